using System.Text.Json.Serialization;
using AgentScaler.Materialization.Authoring;
using AgentScaler.Proofs;

namespace AgentScaler.Materialization;

/// <summary>What one domain adds to the report's section on materialization; the report sums over domains.</summary>
/// <param name="Conforming">Sum over executable tools of the share of their calls that conform.</param>
public sealed record MaterializationFigures(
    int Tools,
    int ExecutableTools,
    int ReadTools,
    int WriteTools,
    int Tables,
    int DifferentialCalls,
    int DifferentialMismatches,
    int Mutants,
    int MutantsKilled,
    double Conforming)
{
    public required FidelityFigures Fidelity { get; init; }

    /// <summary>How much of the behaviour that the documentation states is understood.</summary>
    public required SentenceFigures Sentences { get; init; }

    /// <summary>Tools of a materialized domain that are not on offer since they cannot be executed, each with the reason. Null if all can.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? NotExecutable { get; init; }

    /// <summary>
    /// Tools on offer that no call of the checks could execute, each with the reason. Null if all can. The rows of an adopted database or
    /// the user's overrides refuse those calls, as they may refuse an agent's.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? NeverExecuted { get; init; }

    /// <summary>Writes that no call makes change anything, by name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? IdleWrites { get; init; }

    /// <summary>What asking a language model came to. Null if none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AuthoringFigures? Authoring { get; init; }

    public static MaterializationFigures Of(MaterializedDomain result, int tools)
    {
        ArgumentNullException.ThrowIfNull(result);
        var checks = result.Checks.Tools;
        var executable = result.Materialized ? checks.Where(c => c is { TypeChecked: true, Executed: true }).ToList() : [];
        return new MaterializationFigures(
            tools,
            executable.Count,
            executable.Count(c => !c.Writes),
            executable.Count(c => c.Writes),
            result.Definition?.Schema.Tables.Count ?? 0,
            checks.Sum(c => c.DifferentialCalls),
            checks.Sum(c => c.DifferentialMismatches),
            checks.Sum(c => c.Mutants),
            checks.Sum(c => c.MutantsKilled),
            executable.Sum(c => c.Conforming))
        {
            IdleWrites = checks.Where(c => c.BrokenLaws.Contains(ToolChecks.ChangesNothing)).Select(c => c.Name).Order(StringComparer.Ordinal)
                .ToList() is { Count: > 0 } idle ? idle : null,
            Fidelity = FidelityFigures.Of(checks),
            Sentences = SentenceFigures.Of(result.Description),
            NotExecutable = Unexecuted(result, offered: false),
            NeverExecuted = Unexecuted(result, offered: true),
            Authoring = AuthoringFigures.Of(result.Description.Authoring),
        };
    }

    /// <summary>The tools of a materialized domain that no call executed, of those on offer or of the others. Null if there are none.</summary>
    private static SortedDictionary<string, string>? Unexecuted(MaterializedDomain result, bool offered)
    {
        var names = (result.Definition?.Tools ?? []).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var found = result.Checks.Tools.Where(c => names.Contains(c.Name) == offered && !(offered && c.Executed)).ToList();
        return !result.Materialized || found.Count == 0 ? null
            : new SortedDictionary<string, string>(found.ToDictionary(c => c.Name, c => c.Detail ?? "no call succeeded"), StringComparer.Ordinal);
    }
}
