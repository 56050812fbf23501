namespace AgentScaler.Effects;

/// <summary>The one place that decides which of two sources is believed.</summary>
public static class Precedence
{
    /// <summary>
    /// Whether a statement of one source may take the place of a statement of another. The later of two equally trusted
    /// statements holds, so that a tool's own documentation may be said more precisely.
    /// </summary>
    public static bool Overrides(this Source incoming, Source standing) => incoming <= standing;
}
