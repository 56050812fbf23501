namespace AgentScaler.Pipeline.Options;

/// <summary>Bounds that keep a hostile input from exhausting the machine. They are generous for real documents.</summary>
public sealed record SourceLimits
{
    /// <summary>Most bytes of one document, or of one line of a JSON Lines file.</summary>
    public long DocumentBytes { get; init; } = 256L << 20;

    /// <summary>Most unpacked bytes of one archive.</summary>
    public long ArchiveBytes { get; init; } = 8L << 30;

    /// <summary>Most unpacked bytes for each packed one, checked after the first <see cref="RatioFloor"/> bytes.</summary>
    public int CompressionRatio { get; init; } = 400;

    public long RatioFloor { get; init; } = 64L << 20;

    /// <summary>Most members of one archive, or files of one folder.</summary>
    public int Members { get; init; } = 1_000_000;

    /// <summary>The greatest nesting of archives.</summary>
    public int Nesting { get; init; } = 3;

    /// <summary>Most YAML nodes of one document after its aliases are expanded.</summary>
    public int YamlNodes { get; init; } = 20_000_000;

    /// <summary>The greatest nesting of containers in one document.</summary>
    public int Depth { get; init; } = 256;
}
