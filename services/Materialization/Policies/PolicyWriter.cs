using System.Text;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Policies;

/// <summary>Tells the rules of a domain in plain language, from the guards of its programs: what an agent must know before it acts.</summary>
internal static class PolicyWriter
{
    private const int MaxLines = 60;

    /// <param name="large">Tools whose answers may be larger than an answer may be.</param>
    /// <param name="offered">The tools that an agent has; the others have no rules.</param>
    public static string Write(string name, DomainModel plan, IReadOnlyList<string> large, IReadOnlyList<string> added, IReadOnlySet<string> offered)
    {
        var text = new StringBuilder();
        text.Append("# Policy of ").Append(name).Append("\n\n");
        text.Append("You act for the user through the tools of this domain. Use only what the tools return; never make up keys or values. ");
        text.Append("A call that fails changes nothing; read its message, and try again only with something changed.\n");
        Section(text, "What the domain keeps", plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => Kept(plan, t)));
        var tools = plan.Tools.Where(i => offered.Contains(i.Name)).OrderBy(i => i.Name, StringComparer.Ordinal);
        Rules(text, tools.Where(i => !i.Unjudged).SelectMany(i => EffectKinds.Of(i.Effect).Rules(i)).Distinct());
        Section(text, "Values", plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(Values));
        Section(text, "Large answers", large.Select(t =>
            $"`{t}` can find more than one answer may hold. Such a call fails with result_too_large and changes nothing; ask for less at a time, or for one thing by its key."));
        Section(text, "Further rules", added);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines) => All(text, title, [.. lines.Take(MaxLines)]);

    /// <summary>Every rule is told: an agent that is refused by one that is not there could not have known.</summary>
    private static void Rules(StringBuilder text, IEnumerable<string> rules) => All(text, "Rules", [.. rules]);

    private static void All(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.Append("\n## ").Append(title).Append("\n\n");
        foreach (var line in lines)
        {
            text.Append("- ").Append(line).Append('\n');
        }
    }

    private static string Kept(DomainModel plan, TableModel table)
    {
        var owner = table.Parent is { } parent ? $", each belonging to one {Words.Phrase(plan.Table(parent)!.Singular)}" : "";
        return $"{Words.Phrase(table.Name)}, known by `{table.Key.Name}`{owner}.";
    }

    private static IEnumerable<string> Values(TableModel table) => table.Columns
        .Where(c => c.Enum is { Count: > 1 and <= 12 })
        .Select(c => $"The {Words.Phrase(c.Name)} of {Listing.Article(Words.Phrase(table.Singular))} is {Spoken.Either(c.Enum!)}.");
}
