namespace AgentScaler.Tasks.Paths;

/// <summary>How far the attempts at one target came.</summary>
internal sealed class PathMisses
{
    /// <summary>Where the attempt that came furthest ended.</summary>
    public PathMiss Furthest { get; private set; }

    /// <summary>What it ended at: an argument, an error's code, a check.</summary>
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
