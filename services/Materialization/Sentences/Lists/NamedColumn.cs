using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>
/// The column that a phrase of a sentence names: "the pupil's last name", "their asset tag", "opening night". Forms of one word are alike, so that the date of
/// enrolment is <c>enrolled_on</c>.
/// </summary>
internal sealed class NamedColumn(TableModel table)
{
    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "their", "its", "own", "of", "each", "s", "this", "that", "these", "respective", "same", "his", "her", "in", "on", "at",
    };

    /// <summary>Words of a column or a phrase that say what kind of value it is, and not which.</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "at", "on", "date", "time", "day", "utc", "timestamp", "datetime", "when", "moment", "night", "is", "hour",
    };

    private readonly HashSet<string> _nouns = table.Singular.Split('_').ToHashSet(StringComparer.Ordinal);

    /// <summary>The scalar column that a phrase names by its words, or null.</summary>
    public ColumnModel? Of(IReadOnlyList<string> phrase)
    {
        if (phrase.Any(w => w is "any" or "field" or "column" or "whichever"))
        {
            // The caller chooses.
            return null;
        }

        var words = phrase.Where(w => !Idle.Contains(w)).ToList();
        for (var from = 0; from < words.Count; from++)
        {
            if (Exactly([.. words.Skip(from)]) is { } found)
            {
                return found;
            }
        }

        return Alike(words) ?? Usual(words);
    }

    private ColumnModel? Exactly(IReadOnlyList<string> words) => new[]
        {
            ColumnMatcher.Match(table, words), ColumnMatcher.Exact(table, [.. words, "at"]), ColumnMatcher.Exact(table, [.. words, "on"]),
            ColumnMatcher.Exact(table, [.. words, "date"]), ColumnMatcher.Exact(table, [.. words, "time"]),
        }.FirstOrDefault(c => c is { Scalar: true });

    /// <summary>The column whose words are forms of the phrase's.</summary>
    private ColumnModel? Alike(List<string> words)
    {
        var asked = words.Where(w => !Kinds.Contains(w) && !_nouns.Contains(Words.Singular(w))).Select(Stems.Of).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var found = table.Columns.Where(c => c.Scalar && Meaning(c) is { Count: > 0 } own && (own.TrueForAll(asked.Contains) || asked.TrueForAll(own.Contains)))
            .OrderBy(c => Math.Abs(Meaning(c).Count - asked.Count)).ToList();
        return found.Count > 0 && (found.Count == 1 || Math.Abs(Meaning(found[0]).Count - asked.Count) < Math.Abs(Meaning(found[1]).Count - asked.Count)
            || TimeColumns.Is(found[0])) ? found[0] : null;
    }

    /// <summary>What everybody calls something: the surname, the price, the id.</summary>
    private ColumnModel? Usual(List<string> words) => words switch
    {
        [.., "surname"] or [.., "family", "name"] => Exactly(["last", "name"]) ?? Exactly(["family", "name"]) ?? table.Label,
        [.., "forename"] or [.., "given", "name"] => Exactly(["first", "name"]) ?? Exactly(["given", "name"]),
        [.., "name" or "title"] => table.Label,
        [.., "id" or "identifier" or "key"] => table.Key,
        [.., "number" or "code" or "reference"] when words.Count == 1 => table.Key,
        [.., "price" or "cost" or "fee" or "rate" or "amount"] => table.Columns.Where(c => c.Numeric && c.Semantic == "money").ToList() is [var only]
            ? only : null,
        [.., "recency" or "age"] or ["date" or "time" or "day" or "creation"] => new TimeColumns(table).Made,
        _ => null,
    };

    private static List<string> Meaning(ColumnModel column) => [.. column.Words.Where(w => !Kinds.Contains(w)).Select(Stems.Of)];
}
