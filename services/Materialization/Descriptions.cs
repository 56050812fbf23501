using System.Text.Json;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Sentences.Audit;

namespace AgentScaler.Materialization;

/// <summary>Turns the inference's own view into the description for people.</summary>
internal static class Descriptions
{
    public static DomainDescription Of(DomainModel plan, DomainOverrides overrides) => new(
        [.. plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => Table(t, plan.Sources[t.Name]))],
        [.. plan.Tools.OrderBy(i => i.Name, StringComparer.Ordinal).Select(t => Described(t, overrides))]);

    private static TableDescription Table(TableModel table, TableSources sources) => new(
        table.Name,
        table.Key.Name,
        table.Columns.ToDictionary(c => c.Name, c => $"{c.Type}{(c.Semantic is null ? "" : $" ({c.Semantic})")}: {c.Origin}", StringComparer.Ordinal),
        $$$$$"""--overrides: {"keys":{"{{{{{table.Name}}}}}":"COLUMN"}}; columns by {"domains":{"SLUG":{"schema":{"tables":[{"name":"{{{{{table.Name}}}}}","columns":[...]}]}}}}""")
    {
        KeySource = Word(sources.Key),
        Sources = sources.Columns.ToDictionary(c => c.Key, c => (IReadOnlyDictionary<string, string>)Facts(c.Value), StringComparer.Ordinal),
        Unique = sources.Unique.ToDictionary(u => u.Key, u => Word(u.Value), StringComparer.Ordinal),
    };

    /// <summary>Each fact of a column, and who says so.</summary>
    private static Dictionary<string, string> Facts(ColumnSources sources) => new (string Fact, Source? Source)[]
    {
        ("type", sources.Type), ("nullable", sources.Nullable), ("enum", sources.Enum), ("references", sources.References), ("equality", sources.Equality),
    }.Where(f => f.Source is not null).ToDictionary(f => f.Fact, f => Word(f.Source!.Value), StringComparer.Ordinal);

    private static ToolDescription Described(ToolModel tool, DomainOverrides overrides)
    {
        var read = SentenceAudit.Of(tool).ToLookup(s => s.Understood);
        return Tool(tool, overrides) with
        {
            Understood = [.. read[true].Select(s => $"{s.Text} ({s.Record})")],
            NotUnderstood = [.. read[false].Select(s => $"{s.Text} ({s.Reason})")],
        };
    }

    private static ToolDescription Tool(ToolModel tool, DomainOverrides overrides) => new(
        tool.Name,
        EffectKinds.Of(tool.Effect).Word,
        tool.Table?.Name,
        [.. tool.Evidence],
        $$$$"""--overrides: {"tools":{"{{{{tool.Name}}}}":{"effect":"KIND","resource":"NAME","from":["STATUS"],"to":"STATUS","preconditions":[RULE],"consequences":[RULE],"returns":SCHEMA,"guards":[STATEMENT],"program":PROGRAM}}}""")
    {
        Source = Word(tool.Effect.Basis.Source),
        ProgramSource = overrides.ProgramSource(tool.Name) is { } program ? Word(program) : null,
        GuardSource = overrides.GuardSource(tool.Name) is { } guards ? Word(guards) : null,
        Preconditions = [.. tool.Effect.Preconditions.Select(p => $"{Word(p.GetType().Name)}, refused with {Word(p.Code.ToString())} {Told(p.Basis)}")],
        Consequences = [.. tool.Effect.Consequences.Select(c => $"{Word(c.GetType().Name)} {Told(c.Basis)}")],
    };

    /// <summary>Who says so, and in which words.</summary>
    private static string Told(Basis basis) => basis.Sentence.Length == 0
        ? $"({Word(basis.Source)})"
        : $"({Word(basis.Source)}): {basis.Sentence}";

    private static string Word(Source source) => Word(source.ToString());

    private static string Word(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
