namespace AgentScaler.Materialization.Derived;

/// <summary>What a text says that a member tells, in the text's own words.</summary>
/// <param name="Rows">The phrase for the rows that it tells about: "rentals with status out".</param>
internal sealed record Definition(DerivedFigure Figure, string Rows)
{
    /// <summary>The words for the column of the rows that is summed or compared; empty where the rows are counted, or only one column can be meant.</summary>
    public string Of { get; init; } = "";

    /// <summary>The words for the number that the figure is taken away from, or null.</summary>
    public string? Whole { get; init; }

    /// <summary>Whether the phrase is about rows by its form, and not only where it happens to name some.</summary>
    public bool Explicit { get; init; } = true;
}
