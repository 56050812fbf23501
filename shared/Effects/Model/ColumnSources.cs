namespace AgentScaler.Effects;

/// <summary>Who says what is held to be true of a column.</summary>
public sealed record ColumnSources(Source Type, Source Nullable)
{
    /// <summary>Who names the column's only values; null where it takes any.</summary>
    public Source? Enum { get; init; }

    /// <summary>Who says that the column refers to rows; null where it does not.</summary>
    public Source? References { get; init; }

    public Source Equality { get; init; } = Source.Convention;
}
