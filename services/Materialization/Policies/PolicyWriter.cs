using System.Text;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Policies;

/// <summary>Tells the rules of a domain in plain language, from the guards of its programs: what an agent must know before it acts.</summary>
internal static class PolicyWriter
{
    private const int MaxRules = 60;

    /// <param name="large">Tools whose answers may be larger than an answer may be.</param>
    /// <param name="offered">The tools that an agent has; the others have no rules.</param>
    public static string Write(string name, DomainPlan plan, IReadOnlyList<string> large, IReadOnlyList<string> added, IReadOnlySet<string> offered)
    {
        var text = new StringBuilder();
        text.Append("# Policy of ").Append(name).Append("\n\n");
        text.Append("You act for the user through the tools of this domain. Use only what the tools return; never make up keys or values. ");
        text.Append("A call that fails changes nothing; read its message, and try again only with something changed.\n");
        Section(text, "What the domain keeps", plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(Kept));
        var writes = plan.Intents.Where(i => i.Writes && i.Table is not null && offered.Contains(i.Name)).OrderBy(i => i.Name, StringComparer.Ordinal).ToList();
        Section(text, "Rules", writes.SelectMany(i => Rules(plan, i)).Distinct());
        Section(text, "Values", plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(Values));
        Section(text, "Large answers", large.Select(t => $"`{t}` can find more than one answer may hold. Such a call fails with result_too_large and changes nothing; ask for less at a time, or for one thing by its key."));
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

    private static string Kept(TablePlan table)
    {
        var owner = table.Parent is { } parent ? $", each belonging to one {Words.Phrase(parent.Singular)}" : "";
        return $"{Words.Phrase(table.Name)}, known by `{table.Key.Name}`{owner}.";
    }

    private static IEnumerable<string> Rules(DomainPlan plan, ToolIntent intent)
    {
        var thing = Words.Phrase(intent.Table!.Singular);
        if (intent.Requires is { } required)
        {
            yield return $"`{intent.Name}` is allowed only while the {Words.Phrase(required.Column.Name)} of the {thing} is {Either(required.Allowed)}.";
        }

        switch (intent.Kind)
        {
            case IntentKind.Transition when intent is { Unconditional: true, Target: { } mark, Changed: { } flag }:
                yield return $"`{intent.Name}` sets the {Words.Phrase(flag.Name)} of {Listing.Article(thing)} to {Show(mark)}.";
                break;
            case IntentKind.Transition when intent.Target is { } target && intent.Changed is { } status:
                yield return $"`{intent.Name}` leads {Listing.Article(thing)} to {Words.Phrase(status.Name)} {Show(target)}. " +
                    $"It is allowed only while the {Words.Phrase(status.Name)} is {Either(intent.From)}.";
                break;
            case IntentKind.Create or IntentKind.CreateMany:
                foreach (var set in intent.Table.Unique)
                {
                    yield return $"`{intent.Name}` is refused where another {thing} has the same {string.Join(" and ", set.Select(Words.Phrase))}.";
                }

                break;
            case IntentKind.Delete:
                foreach (var child in plan.Tables.Where(t => t.Parent == intent.Table))
                {
                    yield return $"`{intent.Name}` also deletes the {Words.Phrase(child.Name)} of the {thing}.";
                }

                foreach (var user in plan.Tables.Where(t => t != intent.Table && t.Parent != intent.Table && t.Columns.Any(c => c.References?.Table == intent.Table.Name && !c.Nullable)))
                {
                    yield return $"`{intent.Name}` is refused while {Words.Phrase(user.Name)} refer to the {thing}.";
                }

                break;
            case IntentKind.Transfer when intent.Changed is { } balance:
                yield return $"`{intent.Name}` is refused where the {Words.Phrase(balance.Name)} of the source is lower than `{intent.Amount!.Name}`, and where source and target are the same.";
                break;
        }

        foreach (var reference in intent.Assignments.Concat(intent.Scope).Where(b => b.Column.References is not null).Select(b => (b.Parameter.Name, b.Column.References!.Table)).Distinct())
        {
            yield return $"`{intent.Name}` needs an existing {Words.Phrase(plan.Table(reference.Table)?.Singular ?? reference.Table)} in `{reference.Name}`.";
        }
    }

    private static IEnumerable<string> Values(TablePlan table) => table.Columns
        .Where(c => c.Enum is { Count: > 1 and <= 12 })
        .Select(c => $"The {Words.Phrase(c.Name)} of {Listing.Article(Words.Phrase(table.Singular))} is {Either(c.Enum!)}.");

    private static string Either(IReadOnlyList<Value> values) =>
        values.Count == 1 ? Show(values[0]) : $"{string.Join(", ", values.Take(values.Count - 1).Select(Show))} or {Show(values[^1])}";

    private static string Show(Value value) => value.IsString ? $"\"{value.AsString}\"" : value.ToJson();
}
