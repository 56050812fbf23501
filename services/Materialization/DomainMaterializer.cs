using System.Collections.Concurrent;
using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Fidelity;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.SchemaInference.Spoken;
using AgentScaler.Materialization.States;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Pipeline.Options;
using AgentScaler.Proofs;
using AgentScaler.Tools;

namespace AgentScaler.Materialization;

/// <summary>
/// Makes an environment of a domain's tools: schema, programs, initial state, policy and proofs. Pure: the same domain,
/// tools, options and seed give the same result. A domain that fails is rejected with its reason, never with an exception
/// of its own making, whatever its tools and its data are like. What is on offer is what could be executed.
/// </summary>
public sealed class DomainMaterializer : IDisposable
{
    private static readonly JsonElement Undeclared = JsonDocument.Parse("{}").RootElement.Clone();

    // A tester holds a Python process; each is used by one domain at a time.
    private readonly ConcurrentBag<DifferentialTester> _testers = [];

    /// <param name="kept">Proofs of an earlier run by fingerprint: what they prove and has not changed is not proved again. The result is the same without
    /// them.</param>
    /// <param name="recorded">Recorded calls of the domain's tools, in the order in which they were made; they are compared with the environment.</param>
    /// <param name="proposal">A language model's proposal for the domain, in the form of overrides.</param>
    public MaterializedDomain Materialize(
        ToolDomain domain,
        IReadOnlyList<ToolSpecification> tools,
        MaterializationOptions options,
        long seed,
        IReadOnlyDictionary<string, UnitProof>? kept = null,
        IReadOnlyList<RecordedCall>? recorded = null,
        string? proposal = null)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(options);
        var own = domain.Tools.ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<ToolSpecification> mine = [.. tools.Where(t => own.Contains(t.Id)).DistinctBy(t => t.Id).OrderBy(t => t.Id, StringComparer.Ordinal)];
        List<ToolSpecification> all = [.. options.State is null ? SpokenReturns.In(mine) : mine.Select(OfAdopted).Select(OpenMembers.In)];
        IReadOnlyList<ToolSpecification> chosen = [.. all.Take(options.MaxTools)];
        if (chosen.Count == 0)
        {
            return Rejected(DomainDescription.Empty, DomainChecks.Empty, "The domain has no tools.");
        }

        try
        {
            var overrides = DomainOverrides.Read(options.Overrides, domain.Slug, chosen.Select(t => t.Name).ToHashSet(StringComparer.Ordinal), proposal);
            chosen = OverriddenModel.Returning(chosen, overrides);
            var dump = options.State is { } text ? new DumpAdoption(Value.Parse(text)) : null;
            var hints = dump is null ? overrides.Hints : overrides.Hints.With(dump);
            var known = new Dictionary<string, UnitProof>(kept ?? new Dictionary<string, UnitProof>(), StringComparer.Ordinal);
            var made = Make(domain, chosen, hints, overrides, dump, options, seed, known, recorded ?? []);

            // What a user's own database does not hold is rightly not found; what the inference fills is filled for its tools.
            if (dump is null && Unanswerable(made, overrides) is { Count: > 0 } unanswerable)
            {
                foreach (var (fingerprint, proof) in made.Result.Checks.Units)
                {
                    known[fingerprint] = proof;
                }

                var other = Make(domain, chosen, hints.WithUnanswerable(unanswerable), overrides, dump, options, seed, known, recorded ?? []);
                made = other.Executable > made.Executable ? other : made;
            }

            return made.Executable == 0 || made.Executable < options.MinimumExecutable * chosen.Count
                ? Rejected(made, chosen.Count)
                : WithBeyond(made.Result, all[chosen.Count..], options.MaxTools);
        }
        catch (OverridesException failure)
        {
            return Rejected(DomainDescription.Empty, DomainChecks.Empty, failure.Message);
        }
        catch (JsonException failure)
        {
            return Rejected(DomainDescription.Empty, DomainChecks.Empty, $"The state cannot be adopted: {failure.Message}");
        }
        catch (Exception failure) when (IsOfItsOwnMaking(failure))
        {
            // A shape nobody foresaw costs its domain, never the run.
            var at = options.State is null ? "its tools" : "its tools and the adopted state";
            return Rejected(DomainDescription.Empty, DomainChecks.Empty,
                $"A defect: {at} have a shape that the inference does not foresee ({failure.GetType().Name}: {failure.Message})")
                with
            { Defect = failure };
        }
    }

    /// <summary>A tool whose rows are the user's own: they say what a result looks like where no document does.</summary>
    private static ToolSpecification OfAdopted(ToolSpecification tool) =>
        tool.ReturnsOrigin == ReturnsOrigin.Inferred ? tool with { Returns = Undeclared } : tool;

    /// <summary>The result with the tools named that the domain has beyond its bound.</summary>
    private static MaterializedDomain WithBeyond(MaterializedDomain result, List<ToolSpecification> beyond, int most) => beyond.Count == 0
        ? result
        : result with
        {
            Checks = result.Checks with
            {
                Tools = [.. result.Checks.Tools, .. beyond.Select(t => new ToolChecks(t.Name, false, false, false, 0, 0, 0, 0, 0,
                null) { Detail = $"The domain has more than {most} tools, and this one is beyond (max_tools)." })],
            },
        };

    private static bool IsOfItsOwnMaking(Exception failure) => failure is KeyNotFoundException or ArgumentException or InvalidOperationException
        or InvalidCastException or NullReferenceException or IndexOutOfRangeException or FormatException or OverflowException or ProgramException;

    public void Dispose()
    {
        while (_testers.TryTake(out var tester))
        {
            tester.Dispose();
        }
    }

    private Attempt Make(
        ToolDomain domain,
        IReadOnlyList<ToolSpecification> tools,
        InferenceHints hints,
        DomainOverrides overrides,
        DumpAdoption? dump,
        MaterializationOptions options,
        long seed,
        IReadOnlyDictionary<string, UnitProof> kept,
        IReadOnlyList<RecordedCall> recorded)
    {
        var plan = OverriddenModel.Of(DomainInference.Infer(ToolReader.Read(tools), hints), overrides, keepAll: dump is not null);
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var state = SessionStart.In(
            dump?.State(plan) ?? new StateGenerator(plan, options, seed, domain.Slug) { KeyForms = overrides.KeyForms }.Generate(), plan, overrides);
        plan = plan with { Invariants = [.. plan.Invariants.Where(i => i.Holds(state))] };
        var definition = Define(domain, tools, plan, state, overrides, refused);
        var description = Descriptions.Of(plan, overrides);
        try
        {
            var checks = Prove(definition, plan, state, refused, options, kept);
            checks = new FidelityMeasure(definition, plan, state).Complete(checks, recorded);
            var offered = checks.Tools.Where(c => IsExecutable(c, dump is not null || overrides.Speaks(c.Name))).Select(c => c.Name)
                .ToHashSet(StringComparer.Ordinal);
            return new Attempt(plan, new MaterializedDomain(Offer(definition, offered, tools, plan, state, overrides), state, checks, description, null),
                offered.Count);
        }
        catch (ProgramException failure)
        {
            // The user's own rows or programs may contradict the schema; what the inference makes does not.
            return new Attempt(plan, Rejected(description, DomainChecks.Empty, $"The environment does not hold together: {failure.Message}"), 0);
        }
    }

    /// <summary>
    /// Whether a call succeeds, or is refused on the user's word: what an adopted database does not hold, and what a correction forbids,
    /// is rightly refused. The rows that the inference makes are made for the tools, so that one which never succeeds on them does not work.
    /// </summary>
    private static bool IsExecutable(ToolChecks checks, bool onTheUsersWord) => checks.TypeChecked
        && (checks.Executed || (onTheUsersWord && checks.Refusal is not null));

    /// <summary>The environment with the tools that can be executed: an agent is given no others.</summary>
    private static EnvironmentDefinition Offer(EnvironmentDefinition all, HashSet<string> offered, IReadOnlyList<ToolSpecification> tools, DomainModel plan,
        DatabaseState state, DomainOverrides overrides)
    {
        if (all.Tools.All(t => offered.Contains(t.Name)))
        {
            return all;
        }

        IReadOnlyList<ToolProgram> programs = [.. all.Programs.Where(p => offered.Contains(p.Tool))];
        var policy = PolicyWriter.Write(all.Name, plan, LargeAnswers.Of(plan, state), overrides.Policy, offered);
        return all with
        {
            Id = IdOf(all.Slug, all.Schema, programs, tools, policy),
            Tools = [.. all.Tools.Where(t => offered.Contains(t.Name))],
            Programs = programs,
            Policy = policy,
        };
    }

    private static string IdOf(string slug, DatabaseSchema schema, IReadOnlyList<ToolProgram> programs, IReadOnlyList<ToolSpecification> tools,
        string policy) => ContentId.Of(
        "env",
        slug,
        JsonSerializer.Serialize(schema, ContractJson.Options),
        string.Join('\n', programs.Select(p => ProgramJson.Write(p).ToJson())),
        string.Join('\n', tools.Select(t => t.Id)),
        policy);

    /// <summary>Tools that were inferred to read rows and that no call made to succeed, with what happened.</summary>
    private static Dictionary<string, string> Unanswerable(Attempt made, DomainOverrides overrides) =>
        made.Result.Checks.Tools.Where(c => c is { TypeChecked: true, Executed: false }
            && overrides.Program(c.Name) is null
            && overrides.Hints.Kind(c.Name) is null
                && made.Plan.Tools.Any(i => i.Name == c.Name && i.Effect is GetEffect or ListEffect or CountEffect))
            .ToDictionary(c => c.Name, c => c.Detail ?? "no call succeeded.", StringComparer.Ordinal);

    private static MaterializedDomain Rejected(Attempt made, int tools)
    {
        if (made.Result.Rejection is not null)
        {
            return made.Result;
        }

        var offered = made.Result.Definition!.Tools.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var (checks, first) = (made.Result.Checks, made.Result.Checks.Tools.First(c => !offered.Contains(c.Name)));
        return Rejected(made.Result.Description, checks,
            $"Only {made.Executable} of {tools} tools could be executed; the first that could not is {first.Name}: {first.Detail}");
    }

    private DomainChecks Prove(EnvironmentDefinition definition, DomainModel plan, DatabaseState state, SortedDictionary<string, string> refused,
        MaterializationOptions options, IReadOnlyDictionary<string, UnitProof> kept)
    {
        if (options.DifferentialCalls == 0)
        {
            return new DomainProver(new ProofOptions(0, options.MutantsPerTool), null, kept).Prove(definition, plan, state, refused);
        }

        var tester = _testers.TryTake(out var idle) ? idle : new DifferentialTester();
        try
        {
            return new DomainProver(new ProofOptions(options.DifferentialCalls, options.MutantsPerTool), tester, kept).Prove(definition, plan, state, refused);
        }
        finally
        {
            _testers.Add(tester);
        }
    }

    private static EnvironmentDefinition Define(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, DomainModel plan, DatabaseState state,
        DomainOverrides overrides, SortedDictionary<string, string> refused)
    {
        var schema = plan.ToSchema();
        var environmentTools = tools.Select(Tool).ToDictionary(t => t.Name, StringComparer.Ordinal);
        var programs = new List<ToolProgram>();
        foreach (var tool in plan.Tools)
        {
            var (program, findings) = Write(tool, schema, environmentTools[tool.Name], overrides);
            if (findings.Count == 0)
            {
                programs.Add(program);
            }
            else
            {
                refused[tool.Name] = string.Join(" ", findings.Take(3));
                environmentTools.Remove(tool.Name);
            }
        }

        var name = overrides.Name ?? domain.Name;
        var policy = PolicyWriter.Write(name, plan, LargeAnswers.Of(plan, state), overrides.Policy, environmentTools.Keys.ToHashSet(StringComparer.Ordinal));
        var id = IdOf(domain.Slug, schema, programs, tools, policy);
        return new EnvironmentDefinition(id, domain.Id, domain.Slug, name, schema, [.. environmentTools.Values.OrderBy(t => t.Id, StringComparer.Ordinal)],
            programs, policy);
    }

    /// <summary>The user's program, or one that is inferred, in as much detail as a program may have; with findings where none passes.</summary>
    internal static (ToolProgram Program, IReadOnlyList<ProgramDiagnostic> Findings) Write(ToolModel tool, DatabaseSchema schema, EnvironmentTool offered,
        DomainOverrides overrides)
    {
        var candidates = overrides.Program(tool.Name) is { } given
            ? [given]
            : ProgramSynthesizer.Details.Select(detail => ProgramSynthesizer.Synthesize(tool, detail));
        (ToolProgram Program, IReadOnlyList<ProgramDiagnostic> Findings) written = default;
        foreach (var candidate in candidates)
        {
            var program = overrides.Guarded(candidate);
            written = (program, ProgramChecker.Check(program, schema, offered));
            if (written.Findings.Count == 0)
            {
                break;
            }
        }

        return written;
    }

    internal static EnvironmentTool Tool(ToolSpecification tool) => new(tool.Id, tool.Name, tool.Description, tool.Parameters, tool.Returns)
    {
        SourceName = tool.SourceName is { } source ? ToolNames.Own(source, tool.Provider) : null,
    };

    private static MaterializedDomain Rejected(DomainDescription description, DomainChecks checks, string reason) =>
        new(null, DatabaseState.Empty, checks, description, reason);

    /// <summary>A domain as one reading of its tools makes it.</summary>
    /// <param name="Executable">How many of its tools are on offer.</param>
    private sealed record Attempt(DomainModel Plan, MaterializedDomain Result, int Executable);
}
