namespace AgentScaler.Judging;

/// <summary>What stage 3 accepts of a task that only reads.</summary>
public enum ReadOnlyMatch
{
    /// <summary>The golden calls, in their order, and nothing else.</summary>
    Exact,

    /// <summary>Also independent reads in another order, and reads beyond the golden ones.</summary>
    Equivalent,
}
