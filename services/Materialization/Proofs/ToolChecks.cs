using System.Text.Json.Serialization;

namespace AgentScaler.Materialization.Proofs;

/// <summary>The proofs of one tool, a line of <c>checks.json</c>.</summary>
/// <param name="Executed">Whether at least one call with valid arguments succeeded.</param>
/// <param name="RefusedInvalid">Whether every call with invalid arguments was refused and changed nothing.</param>
/// <param name="Conforming">Share of successful calls whose result conforms to the return schema, 0 to 1.</param>
/// <param name="Fidelity">Share of documented facts (examples, declared errors) that the environment reproduces; null where nothing is documented.</param>
public sealed record ToolChecks(
    string Name,
    bool TypeChecked,
    bool Executed,
    bool RefusedInvalid,
    double Conforming,
    int DifferentialCalls,
    int DifferentialMismatches,
    int Mutants,
    int MutantsKilled,
    double? Fidelity)
{
    /// <summary>What the tool does to the database: read or write.</summary>
    public bool Writes { get; init; }

    /// <summary>Mutants that behave as the original in every probe, set apart.</summary>
    public int EquivalentMutants { get; init; }

    /// <summary>Some of the mutants that no law noticed.</summary>
    public IReadOnlyList<string> Survivors { get; init; } = [];

    public int SuccessfulCalls { get; init; }

    /// <summary>Laws that do not hold, each with the call that shows it.</summary>
    public IReadOnlyList<string> BrokenLaws { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }
}
