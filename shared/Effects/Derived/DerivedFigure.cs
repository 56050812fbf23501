namespace AgentScaler.Effects;

/// <summary>What a column tells about the rows that refer to its own.</summary>
public enum DerivedFigure
{
    /// <summary>How many they are.</summary>
    Count,
    Sum,
    Average,

    /// <summary>The lowest value of a column of theirs: the earliest time.</summary>
    Least,

    /// <summary>The highest value of a column of theirs: the latest time.</summary>
    Most,
}
