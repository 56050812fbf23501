using System.Text;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Policies;

/// <summary>Tells the rules of a domain in plain language, from the guards of its programs: what an agent must know before it acts.</summary>
internal static class PolicyWriter
{
    private const int MaxRules = 60;

    /// <param name="large">Tools whose answers may be larger than an answer may be.</param>
    /// <param name="offered">The tools that an agent has; the others have no rules.</param>
    public static string Write(string name, DomainModel plan, IReadOnlyList<string> large, IReadOnlyList<string> added, IReadOnlySet<string> offered)
    {
        var text = new StringBuilder();
        text.Append("# Policy of ").Append(name).Append("\n\n");
        text.Append("You act for the user through the tools of this domain. Use only what the tools return; never make up keys or values. ");
        text.Append("A call that fails changes nothing; read its message, and try again only with something changed.\n");
        Section(text, "What the domain keeps", plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => Kept(plan, t)));
        var writes = plan.Tools.Where(i => i.Writes && i.Table is not null && offered.Contains(i.Name)).OrderBy(i => i.Name, StringComparer.Ordinal).ToList();
        Section(text, "Rules", writes.SelectMany(i => Rules(plan, i)).Distinct());
        Section(text, "Values", plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(Values));
        Section(text, "Large answers", large.Select(t =>
            $"`{t}` can find more than one answer may hold. Such a call fails with result_too_large and changes nothing; ask for less at a time, or for one thing by its key."));
        Section(text, "Further rules", added);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append("\n## ").Append(title).Append("\n\n");
        foreach (var line in all.Take(MaxRules))
        {
            text.Append("- ").Append(line).Append('\n');
        }
    }

    private static string Kept(DomainModel plan, TableModel table)
    {
        var owner = table.Parent is { } parent ? $", each belonging to one {Words.Phrase(plan.Table(parent)!.Singular)}" : "";
        return $"{Words.Phrase(table.Name)}, known by `{table.Key.Name}`{owner}.";
    }

    /// <summary>The rules of the effect's own kind, then those of the rows that arguments refer to.</summary>
    private static IEnumerable<string> Rules(DomainModel plan, ToolModel tool) =>
    [
        .. EffectKinds.Of(tool.Effect).Rules(tool),
        .. tool.Assignments.Concat(tool.Scope).Where(b => b.Column.References is not null).Select(b => (b.Parameter.Name, b.Column.References!.Table))
            .Distinct()
            .Select(r => $"`{tool.Name}` needs an existing {Words.Phrase(plan.Table(r.Table)?.Singular ?? r.Table)} in `{r.Name}`."),
    ];

    private static IEnumerable<string> Values(TableModel table) => table.Columns
        .Where(c => c.Enum is { Count: > 1 and <= 12 })
        .Select(c => $"The {Words.Phrase(c.Name)} of {Listing.Article(Words.Phrase(table.Singular))} is {Spoken.Either(c.Enum!)}.");
}
