using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Finds the column of a user's own table that a written argument fills, where the tool and the rows name it differently: <c>new_start_time</c> and
/// <c>start_time</c>, <c>recipient</c> and <c>to</c>, <c>message</c> and <c>body</c>. What no column is meant by stays out of the row.
/// </summary>
internal static class AdoptedNames
{
    /// <summary>Words that mean the same column, the closest first.</summary>
    private static readonly string[][] Same =
    [
        ["title", "name", "subject", "headline", "topic"], ["body", "content", "message", "text", "contents"],
        ["description", "note", "notes", "details", "comment", "remark"], ["content", "task", "title", "description", "text"],
        ["recipient", "to", "receiver", "addressee"], ["sender", "from"], ["time", "date", "datetime", "at", "timestamp", "when"],
        ["email", "mail"], ["phone", "telephone", "mobile"], ["location", "place", "venue", "address"],
        ["participant", "participants", "attendee", "attendees", "member", "members", "guest", "guests", "invitee", "invitees"],
        ["amount", "sum", "value"], ["quantity", "count", "qty"], ["image", "picture", "photo"], ["category", "type", "kind"], ["owner", "user"],
        ["file", "filename"], ["price", "cost"], ["person", "people"], ["begin", "start", "from"], ["finish", "end", "until", "to"],
    ];

    private static readonly HashSet<string> Filler = new(StringComparer.Ordinal)
    {
        "new", "updated", "the", "my", "of", "desired", "initial", "a", "an", "user", "id", "is", "has",
    };

    /// <param name="taken">Columns that other arguments fill.</param>
    public static ColumnPlan? Of(TablePlan table, ToolParameter parameter, IReadOnlySet<ColumnPlan> taken)
    {
        var open = table.Columns.Where(c => c.Cells is not null && c != table.Key && c.Name != table.Form?.Position && !taken.Contains(c)
            && Fits(c, parameter.Node)).ToList();
        var words = Meaning(parameter.Words, table);
        return words.Count == 0 ? null
            : Only(open, c => Meaning(c.Words, table).ToHashSet(StringComparer.Ordinal).SetEquals(words))
            ?? Only(open, c => Meaning(c.Words, table) is { Count: > 0 } own && own.Count < words.Count && own.SequenceEqual(words.TakeLast(own.Count)))
            ?? Only(open, c => words.All(c.Words.Contains))
            ?? Alike(open, words, table);
    }

    private static ColumnPlan? Alike(List<ColumnPlan> open, IReadOnlyList<string> words, TablePlan table)
    {
        foreach (var other in Same.Where(group => group.Contains(words[^1])).SelectMany(group => group).Where(w => w != words[^1]))
        {
            IReadOnlyList<string> said = [.. words.SkipLast(1), other];
            if (Only(open, c => Meaning(c.Words, table).SequenceEqual(said)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The words of a name that tell its column from others of the table.</summary>
    private static IReadOnlyList<string> Meaning(IReadOnlyList<string> words, TablePlan table)
    {
        var own = table.Singular.Split('_');
        var told = words.Where(w => !Filler.Contains(w) && !own.Contains(w)).Select(Words.Singular).ToList();
        return told.Count > 0 ? told : [.. words.Select(Words.Singular)];
    }

    private static ColumnPlan? Only(List<ColumnPlan> columns, Func<ColumnPlan, bool> meant) => columns.FindAll(c => meant(c)) is [var one] ? one : null;

    private static bool Fits(ColumnPlan column, SchemaNode node) => column.Type == ColumnType.Any || node.Kind switch
    {
        NodeKind.Any or NodeKind.Null => true,
        NodeKind.Array => column.Type == ColumnType.Array,
        NodeKind.Object => column.Type == ColumnType.Object,
        NodeKind.Boolean => column.Type == ColumnType.Boolean,
        NodeKind.Integer or NodeKind.Number => column.Numeric || column.Textual,
        _ => column.Textual || column.Numeric,
    };
}
