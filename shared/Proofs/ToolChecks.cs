using System.Text.Json.Serialization;
using AgentScaler.Environments.Differential;
using AgentScaler.Proofs.Fidelity;

namespace AgentScaler.Proofs;

/// <summary>The proofs of one tool, a line of <c>checks.json</c>.</summary>
/// <param name="Executed">Whether at least one call with valid arguments succeeded.</param>
/// <param name="RefusedInvalid">Whether every call with invalid arguments was refused and changed nothing.</param>
/// <param name="Conforming">Share of successful calls whose result conforms to the return schema, 0 to 1.</param>
/// <param name="Fidelity">Share of documented and recorded behaviour that the environment reproduces, 0 to 1; null where nothing is known.</param>
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
    /// <summary>The broken law of a write of which no call leaves another state.</summary>
    public const string ChangesNothing = "no call changes anything";

    /// <summary>What the tool does to the database: read or write.</summary>
    public bool Writes { get; init; }

    /// <summary>Mutants that behave as the original in every probe, set apart.</summary>
    public int EquivalentMutants { get; init; }

    /// <summary>Some of the mutants that no law noticed.</summary>
    public IReadOnlyList<string> Survivors { get; init; } = [];

    public int SuccessfulCalls { get; init; }

    /// <summary>Laws that do not hold, each with the call that shows it.</summary>
    public IReadOnlyList<string> BrokenLaws { get; init; } = [];

    /// <summary>Most steps that one of its calls took, of the 10,000,000 that a call has.</summary>
    public long Steps { get; init; }

    /// <summary>What fidelity is made of; null where nothing is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ToolFidelity? FidelityFacts { get; init; }

    /// <summary>Laws across tools that the tool takes part in and that hold, by name: <c>create_then_get</c>, <c>failure_then_read</c>, ...</summary>
    public IReadOnlyDictionary<string, int> LawsAcrossTools { get; init; } = new Dictionary<string, int>();

    /// <summary>Killed mutants that only a law across tools noticed.</summary>
    public int KilledAcrossTools { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>
    /// Where no call succeeded: the code by which the program refused arguments that the schema accepts, since the rows do not allow
    /// them; null where none got that far.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Refusal { get; init; }

    /// <summary>These checks with the counts of a differential test added.</summary>
    internal ToolChecks With(ToolDifference difference) => this with
    {
        DifferentialCalls = DifferentialCalls + difference.Calls,
        DifferentialMismatches = DifferentialMismatches + difference.Mismatches,
        Detail = Detail ?? (difference.Example is { } example ? $"Both executions differ: {example}" : null),
    };
}
