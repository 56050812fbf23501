using System.Text.Json.Serialization;
using AgentScaler.Environments.Differential;
using AgentScaler.Proofs.Fidelity;

namespace AgentScaler.Proofs;

/// <summary>The proofs of one tool, a line of <c>checks.json</c>.</summary>
/// <param name="Executed">Whether at least one call with valid arguments succeeded.</param>
/// <param name="RefusedInvalid">Whether every call with invalid arguments was refused and changed nothing.</param>
/// <param name="Conforming">Share of successful calls whose result conforms to the return schema, 0 to 1.</param>
/// <param name="Fidelity">Share of documented and recorded behaviour that the environment reproduces, 0 to 1. Null if nothing is known.</param>
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
    /// <summary>The broken law of a write if no call changes the state.</summary>
    public const string ChangesNothing = "no call changes anything";

    /// <summary>Whether the tool writes to the database.</summary>
    public bool Writes { get; init; }

    /// <summary>The number of mutants that behave like the original in every probe. They are not counted as mutants.</summary>
    public int EquivalentMutants { get; init; }

    /// <summary>Some of the mutants that no law noticed.</summary>
    public IReadOnlyList<string> Survivors { get; init; } = [];

    public int SuccessfulCalls { get; init; }

    /// <summary>Laws that do not hold, each with the call that shows it.</summary>
    public IReadOnlyList<string> BrokenLaws { get; init; } = [];

    /// <summary>The largest number of steps of one call. A call may take 10,000,000.</summary>
    public long Steps { get; init; }

    /// <summary>The facts from which fidelity is computed. Null if nothing is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ToolFidelity? FidelityFacts { get; init; }

    /// <summary>The number of laws across tools that hold and involve the tool, by name: <c>create_then_get</c>, <c>failure_then_read</c>, ...</summary>
    public IReadOnlyDictionary<string, int> LawsAcrossTools { get; init; } = new Dictionary<string, int>();

    /// <summary>The number of killed mutants that only a law across tools noticed.</summary>
    public int KilledAcrossTools { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>
    /// Where no call succeeded: the code by which the program refused arguments that the schema accepts, since the rows do not allow
    /// them. Null if none got that far.
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
