namespace AgentScaler.Judging;

/// <summary>The calls that stage 3 accepts for a task that only reads.</summary>
public enum ReadOnlyMatch
{
    /// <summary>The golden calls, in their order, and no other call.</summary>
    Exact,

    /// <summary>Independent reads may also come in another order, and reads beyond the golden ones are allowed.</summary>
    Equivalent,
}
