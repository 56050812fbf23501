using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Overrides;

/// <summary>What corrections make of the tools of a domain before they are read, and of its model after it is inferred.</summary>
internal static class OverriddenModel
{
    /// <summary>The tools with the results that corrections give them.</summary>
    public static IReadOnlyList<ToolSpecification> Returning(IReadOnlyList<ToolSpecification> tools, DomainOverrides overrides) =>
        [.. tools.Select(t => overrides.Returns.TryGetValue(t.Name, out var schema)
            ? t with { Returns = schema.Value, ReturnsOrigin = ReturnsOrigin.Declared }
            : t)];

    /// <summary>The model as laws and policy see it: the user's own programs are held against nothing that was inferred, and unused tables are gone.</summary>
    /// <param name="keepAll">Whether tables stay although no tool uses them: those of the user's own database.</param>
    public static DomainModel Of(DomainModel model, DomainOverrides overrides, bool keepAll)
    {
        if (model.Tools.All(t => !overrides.Speaks(t.Name)))
        {
            return model;
        }

        var settled = model with
        {
            Tools = [.. model.Tools.Select(t => t with { Unjudged = overrides.IsUnjudged(t.Name), Guarded = overrides.GuardCodes(t.Name) })],
        };
        return keepAll ? settled : Used(settled, overrides);
    }

    private static DomainModel Used(DomainModel model, DomainOverrides overrides)
    {
        var used = model.Tools.Where(t => overrides.Program(t.Name) is null).SelectMany(Tables).ToHashSet(StringComparer.Ordinal);
        used.UnionWith(model.Tables.Select(t => t.Name).Where(n => overrides.Hints.Amendment?.Names(n) == true));
        foreach (var program in model.Tools.Select(t => overrides.Program(t.Name)).OfType<ToolProgram>())
        {
            Named(ProgramJson.Write(program), model, used);
        }

        for (var before = -1; before != used.Count;)
        {
            before = used.Count;
            used.UnionWith(model.Tables.Where(t => used.Contains(t.Name))
                .SelectMany(t => t.Columns.Select(c => c.References?.Table).Append(t.Parent).OfType<string>()));
        }

        // A tool that is judged speaks of its tables even if its program does not.
        used.UnionWith(model.Tools.Where(t => !t.Unjudged).SelectMany(Tables));
        return used.Count == model.Tables.Count ? model : model with
        {
            Tables = [.. model.Tables.Where(t => used.Contains(t.Name))],
            Tools = [.. model.Tools.Select(t => t.Table is { } table && !used.Contains(table.Name)
                ? t with { Effect = new LookupEffect(null) { Basis = t.Effect.Basis } }
                : t)],
            Invariants = [.. model.Invariants.Where(i => i.Tables.All(used.Contains))],
            Tendencies = [.. model.Tendencies.Where(i => i.Tables.All(used.Contains))],
        };
    }

    private static IEnumerable<string> Tables(ToolModel tool) =>
        new[] { tool.Table?.Name }.OfType<string>().Concat(tool.Effect.Preconditions.OfType<RowExists>().Select(p => p.Address.Table.Name))
            .Concat(tool.Effect.Consequences.OfType<RowConsequence>().SelectMany(c => c.Addresses).Select(a => a.Table.Name))
            .Concat(tool.Effect.Consequences.Select(c => c.Makes?.Name).OfType<string>());

    /// <summary>Adds the tables whose names stand in a program.</summary>
    private static void Named(Value part, DomainModel model, HashSet<string> used)
    {
        if (part.IsString && model.Table(part.AsString) is { } table)
        {
            used.Add(table.Name);
        }
        else if (part.IsArray)
        {
            foreach (var item in part.AsArray)
            {
                Named(item, model, used);
            }
        }
        else if (part.IsObject)
        {
            foreach (var (_, member) in part.AsObject)
            {
                Named(member, model, used);
            }
        }
    }
}
