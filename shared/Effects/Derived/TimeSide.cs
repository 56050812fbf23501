namespace AgentScaler.Effects;

/// <summary>How the time of a row stands to the session's clock.</summary>
public enum TimeSide
{
    /// <summary>It is not past yet.</summary>
    ToCome,

    /// <summary>It is not to come any more.</summary>
    Past,

    /// <summary>It is on the clock's day.</summary>
    Today,
}
