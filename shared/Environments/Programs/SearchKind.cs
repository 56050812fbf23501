namespace AgentScaler.Environments.Programs;

/// <summary>What a search of an array gives.</summary>
public enum SearchKind
{
    /// <summary>The first item that meets the condition, or null.</summary>
    Find,

    /// <summary>Whether an item meets the condition.</summary>
    Any,

    /// <summary>Whether every item meets the condition.</summary>
    All,

    /// <summary>The items that meet the condition.</summary>
    Filter,
}
