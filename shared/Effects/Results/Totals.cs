using System.Text.RegularExpressions;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Effects;

/// <summary>Which member of an answer tells how many rows match, whatever page of them it holds.</summary>
public static partial class Totals
{
    /// <summary>Whether a number of an answer counts all rows that match: by its name, by its description, or as the only count of a list in pages.</summary>
    public static bool Are(ToolModel tool, string name, SchemaNode node) => node is { Kind: NodeKind.Integer or NodeKind.Number, Enum: null }
        && (IsName(name) || (IsCount(name) && !OfPage().IsMatch(node.Description ?? "")
            && (OfAll().IsMatch(node.Description ?? Told(tool, name)) || (IsPaged(tool) && !Holds(tool.Returns, IsName)))));

    /// <summary>The sentence of the tool's description that begins with a member's name.</summary>
    private static string Told(ToolModel tool, string name) => tool.Tool.Description.Split(". ").Select(s => s.TrimStart('`', ' '))
        .FirstOrDefault(s => s.StartsWith(name, StringComparison.Ordinal) && s.Length > name.Length && !char.IsLetterOrDigit(s[name.Length])) ?? "";

    /// <summary>Whether a name alone says that all are counted.</summary>
    public static bool IsName(string name) => EnvelopeNames.Of(name) is "total" or "total_count" or "total_results" or "total_items" or "total_elements"
        or "total_size"
        or "result_count" or "results_count" or "num_results" or "count_total" or "matching" or "total_hits" or "total_matches" or "match_count"
            or "total_records"
        or "total_rows" or "total_found";

    private static bool IsCount(string name) => EnvelopeNames.Of(name) is "count" or "matches" or "hits" or "found" or "number" or "matched";

    private static bool IsPaged(ToolModel tool) => tool.Effect is ListEffect && tool.Parameters.Any(p => p.Role is ParameterRole.Offset or ParameterRole.Page);

    private static bool Holds(SchemaNode node, Func<string, bool> name) => node.Properties.Any(p => name(p.Name)
        || (p.Node.Kind == NodeKind.Object && p.Node.Properties.Any(i => name(i.Name))));

    [GeneratedRegex(@"\b(?:all|total|altogether|overall|in all|whole|every|matching|match|regardless|before paging|across)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"\b(?:in|on|of|for) (?:this|the|each|one|a|current) (?:current )?(?:page|slice|answer|response|batch)\b(?<!not just this (?:page|slice))|\breturned here\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfPage();
}
