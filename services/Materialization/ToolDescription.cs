namespace AgentScaler.Materialization;

/// <summary>What one tool is understood to do, why, and how to correct it.</summary>
/// <param name="Does">get, list, create, transition, ...</param>
/// <param name="Evidence">One sentence per decision of the inference.</param>
public sealed record ToolDescription(string Name, string Does, string? Table, IReadOnlyList<string> Evidence, string ChangeBy)
{
    /// <summary>Who says what the tool does: override, recording, model, text, schema or convention.</summary>
    public string Source { get; init; } = "convention";

    /// <summary>Who gives the program: override or model. Null if it is inferred.</summary>
    public string? ProgramSource { get; init; }

    /// <summary>Who adds guards to the program: override or model. Null if nobody does.</summary>
    public string? GuardSource { get; init; }

    /// <summary>What must hold before, each with who says so.</summary>
    public IReadOnlyList<string> Preconditions { get; init; } = [];

    /// <summary>What else changes, each with who says so.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>The sentences of the documentation that state a behaviour and that a record of the tool keeps, each with the record.</summary>
    public IReadOnlyList<string> Understood { get; init; } = [];

    /// <summary>The sentences that state a behaviour and that nothing of the tool keeps, each with the reason.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];
}
