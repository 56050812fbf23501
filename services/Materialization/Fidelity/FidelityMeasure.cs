using AgentScaler.Environments;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Proofs;
using AgentScaler.Proofs.Fidelity;

namespace AgentScaler.Materialization.Fidelity;

/// <summary>
/// Replays documented examples and recorded calls against an environment, and adds what holds to the checks of its tools.
/// Rows that examples and recordings speak of are put into copies of the initial state; the environment stays as it is.
/// </summary>
internal sealed class FidelityMeasure(EnvironmentDefinition definition, DomainModel plan, DatabaseState state)
{
    private const int MaxExamples = 5;
    private readonly Dictionary<string, ToolModel> _intents = plan.Tools.Where(i => definition.Tools.Any(t => t.Name == i.Name))
        .ToDictionary(i => i.Tool.Id, StringComparer.Ordinal);

    /// <param name="recorded">Recorded calls of this domain's tools, in the order in which they were made.</param>
    public DomainChecks Complete(DomainChecks checks, IReadOnlyList<RecordedCall> recorded)
    {
        var facts = checks.Tools.ToDictionary(c => c.Name, c => c.FidelityFacts ?? new ToolFidelity(), StringComparer.Ordinal);
        Examples(facts);
        Recorded(facts, recorded);
        return checks with
        {
            Tools = [.. checks.Tools.Select(c => c with { Fidelity = facts[c.Name].Share, FidelityFacts = facts[c.Name].IsEmpty ? null : facts[c.Name] })],
        };
    }

    private void Examples(Dictionary<string, ToolFidelity> facts)
    {
        var documented = _intents.Values.Where(i => i.Tool.Examples is { Count: > 0 } && facts.ContainsKey(i.Name)).ToList();
        if (documented.Count == 0)
        {
            return;
        }

        var rows = new RecordedRows(plan, state);
        foreach (var tool in documented)
        {
            foreach (var (arguments, response) in Read(tool).Where(e => e.Arguments is { IsObject: true }))
            {
                rows.Add(tool, arguments!.Value, response ?? Value.Null);
            }
        }

        var with = Compile(documented, rows.State());
        var without = new Lazy<CompiledEnvironment>(() => Compile(documented, state));
        foreach (var tool in documented)
        {
            facts[tool.Name] = Read(tool).Aggregate(facts[tool.Name], (known, example) => Example(tool, example, with, without, known));
        }
    }

    private ToolFidelity Example(ToolModel tool, (Value? Arguments, Value? Response) example, CompiledEnvironment with, Lazy<CompiledEnvironment> without,
        ToolFidelity known)
    {
        ToolResult? result = null;
        if (example.Arguments is { IsObject: true } arguments)
        {
            result = with.Open().Call(tool.Name, arguments);
            // What other examples show may be what this one creates.
            result = result.Ok ? result : without.Value.Open().Call(tool.Name, arguments) is { Ok: true } other ? other : result;
            known = (known with { Requests = known.Requests + FactCount.Of(result.Ok) })
                .Missing(result.Ok, $"the documented request {Excerpt.Of(arguments)} gives {result.Error?.Code}: {result.Error?.Message}");
        }

        if (example.Response is not { IsNull: false } documented)
        {
            return known;
        }

        if (result is not { Ok: true })
        {
            var forge = new ArgumentForge(plan, tool, state);
            result = forge.Make(0, forge.Subject(0), full: false) is { } made ? without.Value.Open().Call(tool.Name, made) : result;
        }

        var alike = result is { Ok: true } && Likeness.OfForm(documented, result.Result) >= Likeness.Form;
        return (known with { Responses = known.Responses + FactCount.Of(alike) })
            .Missing(alike, "the documented response has members that the actual result has not");
    }

    private void Recorded(Dictionary<string, ToolFidelity> facts, IReadOnlyList<RecordedCall> recorded)
    {
        var calls = recorded.Where(c => _intents.TryGetValue(c.Tool, out var tool) && facts.ContainsKey(tool.Name)).ToList();
        if (calls.Count == 0)
        {
            return;
        }

        var rows = new RecordedRows(plan, state);
        foreach (var call in calls.Where(c => StatusClasses.Succeeds(c.Status)))
        {
            rows.Add(_intents[call.Tool], call.Arguments, call.Response);
        }

        var replay = new CallReplay(rows, Compile([.. calls.Select(c => _intents[c.Tool]).Distinct()], rows.State()).Open());
        foreach (var call in calls)
        {
            var tool = _intents[call.Tool];
            facts[tool.Name] = replay.Replay(tool, call, facts[tool.Name]);
        }
    }

    private CompiledEnvironment Compile(IReadOnlyList<ToolModel> intents, DatabaseState from)
    {
        var names = intents.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        return CompiledEnvironment.Compile(
            definition with
            {
                Tools = [.. definition.Tools.Where(t => names.Contains(t.Name))],
                Programs = [.. definition.Programs.Where(p => names.Contains(p.Tool))]
            }, from);
    }

    private static IEnumerable<(Value? Arguments, Value? Response)> Read(ToolModel tool) => (tool.Tool.Examples ?? []).Take(MaxExamples)
        .Select(e =>
            (e.Arguments is { } arguments ? SchemaDocument.ToValue(arguments) : null, e.Response is { } response ? SchemaDocument.ToValue(response) : null));
}
