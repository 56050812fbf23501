using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>Finds what adjectives and participles of a name ask of a row: unread, pending, sent, engaged.</summary>
internal sealed class MarkFinder(QueryScope scope)
{
    private static readonly string[] Marks = ["status", "state", "type", "kind", "category", "priority", "severity", "class", "folder", "phase"];

    /// <summary>Words that a status is usually told by, so that they ask for it where no row has it now.</summary>
    private static readonly HashSet<string> Statuses = new(StringComparer.Ordinal)
    {
        "pending", "open", "closed", "draft", "sent", "received", "active", "inactive", "completed", "cancelled", "canceled", "overdue", "paid", "unpaid",
        "archived", "approved", "rejected", "resolved", "scheduled", "confirmed", "delivered", "shipped", "expired", "failed", "done",
    };

    /// <summary>The words that ask for something, with what they ask for.</summary>
    public IEnumerable<(string Word, RowCondition Condition)> Of(IReadOnlyList<string> head)
    {
        foreach (var word in head.Where(w => !scope.Nouns.Contains(w)))
        {
            if ((Flag(word, head) ?? Mark(word)) is { } condition)
            {
                yield return (word, condition);
            }
        }
    }

    private IsFixed? Flag(string word, IReadOnlyList<string> head)
    {
        foreach (var column in scope.Table.Columns.Where(c => c.Type == ColumnType.Boolean))
        {
            List<string> words = [.. NounWords.Of(column.Name).Where(w => w is not ("is" or "has" or "was"))];
            if (words.Count > 0 && words[^1] == word && words.TrueForAll(w => head.Contains(w) || scope.Nouns.Contains(w)))
            {
                return new IsFixed(ColumnPath.Own(column), true);
            }

            if (words is [var plain] && (word == "un" + plain || word == "in" + plain || word == "not" + plain))
            {
                return new IsFixed(ColumnPath.Own(column), false);
            }
        }

        return null;
    }

    private IsFixed? Mark(string word)
    {
        foreach (var column in scope.Table.Columns.Where(c => c.Textual && Marks.Contains(NounWords.Of(c.Name)[^1])))
        {
            var held = scope.Values(column).FirstOrDefault(v => v.IsString && string.Equals(v.AsString, word, StringComparison.OrdinalIgnoreCase));
            if (!held.IsNull)
            {
                return new IsFixed(ColumnPath.Own(column), held);
            }

            if (Statuses.Contains(word) && NounWords.Of(column.Name)[^1] is "status" or "state")
            {
                return new IsFixed(ColumnPath.Own(column), Value.From(word));
            }
        }

        return null;
    }
}
