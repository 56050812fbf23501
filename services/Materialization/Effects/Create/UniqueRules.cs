using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects;

/// <summary>The rules of a table in which rows must differ.</summary>
internal static class UniqueRules
{
    public static IEnumerable<string> Of(ToolModel tool) => tool.Table!.Unique.Select(set =>
        $"`{tool.Name}` is refused where another {Words.Phrase(tool.Table.Singular)} has the same {string.Join(" and ", set.Select(Words.Phrase))}.");
}
