namespace AgentScaler.Trajectories;

/// <summary>What a task asks for.</summary>
public enum TaskKind
{
    /// <summary>The golden state differs from the initial one.</summary>
    Write,

    /// <summary>Nothing changes; the golden calls are matched exactly.</summary>
    ReadOnly,

    /// <summary>The policy forbids what the user wants; nothing changes and at least one golden call reads.</summary>
    Refusal,
}
