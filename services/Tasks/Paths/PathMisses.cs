namespace AgentScaler.Tasks.Paths;

/// <summary>Tracks the furthest attempt at one target.</summary>
internal sealed class PathMisses
{
    /// <summary>The end of the furthest attempt.</summary>
    public PathMiss Furthest { get; private set; }

    /// <summary>The argument, error code or check at which it ended.</summary>
    public string Detail { get; private set; } = "";

    public void Note(PathMiss miss, string detail = "")
    {
        if (miss > Furthest)
        {
            (Furthest, Detail) = (miss, detail);
        }
    }

    public void Note(PathMisses other) => Note(other.Furthest, other.Detail);
}
