namespace AgentScaler.Trajectories;

/// <summary>The kinds of tasks.</summary>
public enum TaskKind
{
    /// <summary>The golden state differs from the initial one.</summary>
    Write,

    /// <summary>Nothing changes; the golden calls are matched exactly.</summary>
    ReadOnly,

    /// <summary>The policy forbids the user's wish. Nothing changes, and at least one golden call reads.</summary>
    Refusal,
}
