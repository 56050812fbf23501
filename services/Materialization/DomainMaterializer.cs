using System.Collections.Concurrent;
using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.States;
using AgentScaler.Materialization.Fidelity;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.Proofs;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.States;
using AgentScaler.Tools;

namespace AgentScaler.Materialization;

/// <summary>
/// Makes an environment of a domain's tools: schema, programs, initial state, policy and proofs. Pure: the same domain,
/// tools, options and seed give the same result. A domain that fails is rejected with its reason, never with an exception
/// of its own making.
/// </summary>
public sealed class DomainMaterializer : IDisposable
{
    // A tester holds a Python process; each is used by one domain at a time.
    private readonly ConcurrentBag<DifferentialTester> _testers = [];

    /// <param name="kept">Proofs of an earlier run by fingerprint: what they prove and has not changed is not proved again. The result is the same without them.</param>
    public MaterializedDomain Materialize(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, MaterializationOptions options, long seed, IReadOnlyDictionary<string, UnitProof>? kept = null)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(options);
        var own = domain.Tools.ToHashSet(StringComparer.Ordinal);
        var chosen = tools.Where(t => own.Contains(t.Id)).DistinctBy(t => t.Id).OrderBy(t => t.Id, StringComparer.Ordinal).Take(options.MaxTools).ToList();
        if (chosen.Count == 0)
        {
            return Rejected(DomainDescription.Empty, DomainChecks.Empty, "The domain has no tools.");
        }

        DomainOverrides overrides;
        DumpAdoption? dump;
        DomainPlan plan;
        try
        {
            overrides = DomainOverrides.Read(options.Overrides, domain.Slug, chosen.Select(t => t.Name).ToHashSet(StringComparer.Ordinal));
            dump = options.State is { } text ? new DumpAdoption(DatabaseState.Parse(text)) : null;
            plan = DomainInference.Infer(ToolReader.Read(chosen), dump is null ? overrides.Hints : overrides.Hints.With(dump));
        }
        catch (OverridesException failure)
        {
            return Rejected(DomainDescription.Empty, DomainChecks.Empty, failure.Message);
        }
        catch (JsonException failure)
        {
            return Rejected(DomainDescription.Empty, DomainChecks.Empty, $"The state cannot be adopted: {failure.Message}");
        }

        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var definition = Define(domain, chosen, plan, overrides, refused);
        var state = dump?.State(plan) ?? new StateGenerator(plan, options, seed, domain.Slug).Generate();
        var description = Descriptions.Of(plan);
        DomainChecks checks;
        try
        {
            checks = Prove(definition, plan, state, refused, options, kept ?? new Dictionary<string, UnitProof>());
            checks = new FidelityMeasure(definition, plan, state).Complete(checks, options.Recorded);
        }
        catch (ProgramException failure)
        {
            // The user's own rows or programs may contradict the schema; what the inference makes does not.
            return Rejected(description, DomainChecks.Empty, $"The environment does not hold together: {failure.Message}");
        }

        var executable = checks.Tools.Count(c => c is { TypeChecked: true, Executed: true });
        return executable < options.MinimumExecutable * chosen.Count
            ? Rejected(description, checks, $"Only {executable} of {chosen.Count} tools could be executed; the first that could not is {checks.Tools.First(c => !c.Executed).Name}: {checks.Tools.First(c => !c.Executed).Detail}")
            : new MaterializedDomain(definition, state, checks, description, null);
    }

    public void Dispose()
    {
        while (_testers.TryTake(out var tester))
        {
            tester.Dispose();
        }
    }

    private DomainChecks Prove(EnvironmentDefinition definition, DomainPlan plan, DatabaseState state, SortedDictionary<string, string> refused, MaterializationOptions options, IReadOnlyDictionary<string, UnitProof> kept)
    {
        if (options.DifferentialCalls == 0)
        {
            return new DomainProver(options, null, kept).Prove(definition, plan, state, refused);
        }

        var tester = _testers.TryTake(out var idle) ? idle : new DifferentialTester();
        try
        {
            return new DomainProver(options, tester, kept).Prove(definition, plan, state, refused);
        }
        finally
        {
            _testers.Add(tester);
        }
    }

    private static EnvironmentDefinition Define(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, DomainPlan plan, DomainOverrides overrides, SortedDictionary<string, string> refused)
    {
        var schema = plan.ToSchema();
        var environmentTools = tools.Select(Tool).ToDictionary(t => t.Name, StringComparer.Ordinal);
        var programs = new List<ToolProgram>();
        foreach (var intent in plan.Intents)
        {
            var program = overrides.Guarded(overrides.Program(intent.Name) ?? ProgramSynthesizer.Synthesize(plan, intent));
            var findings = ProgramChecker.Check(program, schema, environmentTools[intent.Name]);
            if (findings.Count == 0)
            {
                programs.Add(program);
            }
            else
            {
                refused[intent.Name] = string.Join(" ", findings.Take(3));
                environmentTools.Remove(intent.Name);
            }
        }

        var name = overrides.Name ?? domain.Name;
        var policy = PolicyWriter.Write(name, plan, overrides.Policy);
        var id = ContentId.Of(
            "env",
            domain.Slug,
            JsonSerializer.Serialize(schema, ContractJson.Options),
            string.Join('\n', programs.Select(p => ProgramJson.Write(p).ToJson())),
            string.Join('\n', tools.Select(t => t.Id)),
            policy);
        return new EnvironmentDefinition(id, domain.Id, domain.Slug, name, schema, [.. environmentTools.Values.OrderBy(t => t.Id, StringComparer.Ordinal)], programs, policy);
    }

    private static EnvironmentTool Tool(ToolSpecification tool) => new(tool.Id, tool.Name, tool.Description, tool.Parameters, tool.Returns);

    private static MaterializedDomain Rejected(DomainDescription description, DomainChecks checks, string reason) =>
        new(null, DatabaseState.Empty, checks, description, reason);
}
