using System.Text.Json;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Overrides;

namespace AgentScaler.Materialization;

/// <summary>Turns the inference's own view into the description for people.</summary>
internal static class Descriptions
{
    public static DomainDescription Of(DomainModel plan, DomainOverrides overrides) => new(
        [.. plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(Table)],
        [.. plan.Tools.OrderBy(i => i.Name, StringComparer.Ordinal).Select(t => Tool(t, overrides))]);

    private static TableDescription Table(TableModel table) => new(
        table.Name,
        table.Key.Name,
        table.Columns.ToDictionary(c => c.Name, c => $"{c.Type}{(c.Semantic is null ? "" : $" ({c.Semantic})")}: {c.Origin}", StringComparer.Ordinal),
        $$$$$"""--overrides: {"keys":{"{{{{{table.Name}}}}}":"COLUMN"}}; columns by {"domains":{"SLUG":{"schema":{"tables":[{"name":"{{{{{table.Name}}}}}","columns":[...]}]}}}}""");

    private static ToolDescription Tool(ToolModel tool, DomainOverrides overrides) => new(
        tool.Name,
        EffectKinds.Of(tool.Effect).Word,
        tool.Table?.Name,
        [.. tool.Evidence],
        $$$$"""--overrides: {"tools":{"{{{{tool.Name}}}}":{"effect":"KIND","resource":"NAME","from":["STATUS"],"to":"STATUS","guards":[STATEMENT],"program":PROGRAM}}}""")
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
