namespace AgentScaler.Materialization;

/// <summary>Settings of the stage <c>materialize</c>.</summary>
public sealed record MaterializationOptions
{
    /// <summary>Rows of a table that no other table owns.</summary>
    public int RowsPerTable { get; init; } = 12;

    /// <summary>Generated calls a tool in the differential test; at least 100 for the proof to count.</summary>
    public int DifferentialCalls { get; init; } = 100;

    /// <summary>Most mutants a tool in the mutation test; 0 leaves the test out.</summary>
    public int MutantsPerTool { get; init; } = 12;

    /// <summary>The Python interpreter of the differential test; an empty text leaves the test out.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>Tools of one domain beyond which the rest is refused, so that no domain grows without bound.</summary>
    public int MaxTools { get; init; } = 400;

    /// <summary>The least share of a domain's tools that must prove executable; below it the domain is rejected.</summary>
    public double MinimumExecutable { get; init; } = 0.5;

    /// <summary>The user's own database: the JSON of a dump, adopted as the initial state.</summary>
    public string? State { get; init; }

    /// <summary>The user's corrections: the JSON of an overrides document.</summary>
    public string? Overrides { get; init; }
}
