namespace AgentScaler.Environments.Schema;

/// <summary>How two states are judged equal in one column (contract, section 2).</summary>
public enum Equality
{
    /// <summary>The values are equal.</summary>
    Exact,

    /// <summary>Arrays are compared as multisets.</summary>
    Unordered,

    /// <summary>Ignored: clock values.</summary>
    Volatile,

    /// <summary>Keys made since the initial state are equal up to one consistent one-to-one renaming.</summary>
    Generated,
}
