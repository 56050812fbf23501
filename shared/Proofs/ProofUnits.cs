using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Proofs;

/// <summary>Cuts a domain into parts that can be proved independently.</summary>
internal static class ProofUnits
{
    /// <summary>Returns the units in the order of their first tool. Tables that no tool reaches come last.</summary>
    /// <param name="settings">The other inputs of the proofs: options, seed, the version of the code.</param>
    public static IReadOnlyList<ProofUnit> Of(EnvironmentDefinition definition, DomainModel plan, DatabaseState state, string settings)
    {
        var texts = definition.Programs.ToDictionary(p => p.Tool, p => ProgramJson.Write(p), StringComparer.Ordinal);
        var groups = new TableGroups(definition.Schema.Tables.Select(t => t.Name));
        foreach (var table in plan.Tables)
        {
            groups.Join([table.Name, .. table.Columns.Select(c => c.References?.Table).OfType<string>(), .. table.Parent is { } parent
                ? [parent]
                : Array.Empty<string>()]);
        }

        var reached = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var tool in plan.Tools.Where(i => texts.ContainsKey(i.Name)))
        {
            var tables = new SortedSet<string>(StringComparer.Ordinal);
            Named(texts[tool.Name], groups, tables);
            tables.UnionWith(tool.Table is { } own ? [own.Name] : []);
            reached[tool.Name] = [.. tables];
            groups.Join(reached[tool.Name]);
        }

        var tools = definition.Tools.Where(t => reached.ContainsKey(t.Name)).OrderBy(t => t.Id, StringComparer.Ordinal)
            .GroupBy(t => reached[t.Name] is { Count: > 0 } tables ? groups.Of(tables[0]) : "tool " + t.Name, StringComparer.Ordinal).ToList();
        var idle = definition.Schema.Tables.Select(t => groups.Of(t.Name)).Distinct().Where(g => tools.All(t => t.Key != g)).ToHashSet(StringComparer.Ordinal);
        var units = tools.Select(group => Unit(definition, plan, state, [.. group], t => groups.Of(t) == group.Key, settings, texts)).ToList();
        if (idle.Count > 0)
        {
            units.Add(Unit(definition, plan, state, [], t => idle.Contains(groups.Of(t)), settings, texts));
        }

        return units;
    }

    private static ProofUnit Unit(EnvironmentDefinition definition, DomainModel plan, DatabaseState state, IReadOnlyList<EnvironmentTool> tools,
        Predicate<string> holds, string settings, Dictionary<string, Value> texts)
    {
        var names = tools.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var own = definition with
        {
            Id = "",
            Policy = "",
            Schema = new([.. definition.Schema.Tables.Where(t => holds(t.Name))]),
            Tools = tools,
            Programs = [.. definition.Programs.Where(p => names.Contains(p.Tool))],
        };
        // The session's row, and tables that only the state knows, are in no program's reach.
        var known = definition.Schema.Tables.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var rows = DatabaseState.From(state.Tables.Where(t => known.Contains(t) && holds(t)).Select(t => KeyValuePair.Create(t, state.Rows(t))));
        IReadOnlyList<ToolModel> models = [.. plan.Tools.Where(i => names.Contains(i.Name)).OrderBy(i => i.Tool.Id, StringComparer.Ordinal)];
        var fingerprint = ContentId.Of(
            "proof",
            settings,
            JsonSerializer.Serialize(own.Schema, ContractJson.Options),
            rows.ToJson(),
            string.Join('\n', models.Select(i => JsonSerializer.Serialize(i.Tool, ContractJson.Options))),
            string.Join('\n', models.Select(i => CanonicalForm.Of(i.Effect).ToJson())),
            string.Join('\n', models.Where(i => i.Unjudged || i.Guarded.Count > 0).Select(i => $"{i.Name} {i.Unjudged} {string.Join(' ', i.Guarded)}")),
            string.Join('\n', plan.Tables.Where(t => holds(t.Name)).Select(t => CanonicalForm.Of(t).ToJson())),
            string.Join('\n', plan.Invariants.Where(i => i.Tables.All(t => holds(t))).Select(i => CanonicalForm.Of(i).ToJson())),
            string.Join('\n', own.Programs.Select(p => texts[p.Tool].ToJson())));
        return new ProofUnit(own, rows, models, fingerprint);
    }

    /// <summary>Adds the tables that a program's text names; a text that only reads like one joins more than it must, which does no harm.</summary>
    private static void Named(Value part, TableGroups groups, SortedSet<string> tables)
    {
        if (part.IsString)
        {
            if (groups.Knows(part.AsString))
            {
                tables.Add(part.AsString);
            }
        }
        else if (part.IsArray)
        {
            foreach (var item in part.AsArray)
            {
                Named(item, groups, tables);
            }
        }
        else if (part.IsObject)
        {
            foreach (var (_, member) in part.AsObject)
            {
                Named(member, groups, tables);
            }
        }
    }
}
