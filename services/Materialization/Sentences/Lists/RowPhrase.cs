using System.Globalization;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>
/// Reads which rows a phrase means: "retired items", "planned courses that have at least one place left", "rentals still out whose due date has passed". A
/// phrase with a word that says something and cannot be bound means nothing.
/// </summary>
internal sealed class RowPhrase(TableModel table)
{
    private const int LongestState = 4;

    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "any", "all", "just", "only", "those", "these", "still", "also", "currently", "now", "already", "our", "their", "its", "which",
        "that", "who",
        "are", "is", "were", "was", "have", "has", "been", "and", "one", "ones", "item", "items", "record", "records", "row", "rows", "entry", "entries",
        "result",
        "results", "thing", "things", "be", "to", "of", "them", "ever", "such", "too", "as", "well", "being", "marked", "flagged", "yet", "status", "state",
        "in", "with",
        "since", "long", "actually", "presently", "every", "there", ",", "whose", "list", "itself",
    };

    private readonly RowStates _states = new(table);
    private readonly NamedColumn _named = new(table);
    private readonly HashSet<string> _nouns = table.Name.Split('_').Concat(table.Singular.Split('_')).Select(Words.Singular).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a noun is that of the rows.</summary>
    public bool AreThose(string noun) => _nouns.Contains(Words.Singular(noun));

    /// <summary>The rows that are meant; null where the words say nothing of them, or more than columns tell.</summary>
    public RowCondition? Of(IReadOnlyList<string> words)
    {
        var found = new List<RowCondition>();
        var either = false;
        for (var i = 0; i < words.Count;)
        {
            if (words[i] == "or")
            {
                (either, i) = (true, i + 1);
            }
            else if (Amount(words, i) is var (some, end))
            {
                found.Add(some);
                i = end;
            }
            else if (Clock(words, i) is var (time, after))
            {
                found.Add(time);
                i = after;
            }
            else if (State(words, i) is var (state, next))
            {
                found.Add(state);
                i = next;
            }
            else if (Idle.Contains(words[i]) || _nouns.Contains(Words.Singular(words[i])))
            {
                i++;
            }
            else
            {
                return null;
            }
        }

        return found.Count == 0 ? null : found.Count == 1 ? found[0] : either || AreOthers(found) ? new EitherOf(found) : new AllOf(found);
    }

    /// <summary>"Completed and cancelled ones" are those that are one or the other: no column holds two values.</summary>
    private static bool AreOthers(List<RowCondition> found) =>
        found.TrueForAll(c => c is IsFixed) && found.Cast<IsFixed>().Select(c => c.Path.Column).Distinct().Count() == 1;

    /// <summary>The longest state that stands at a place, with a negation before it.</summary>
    private (RowCondition Condition, int Next)? State(IReadOnlyList<string> words, int at)
    {
        var not = words[at] is "not" or "never" || (words[at] == "no" && at + 1 < words.Count && words[at + 1] == "longer");
        var from = not ? at + (words[at] == "no" ? 2 : 1) : at;
        for (var length = Math.Min(LongestState, words.Count - from); length > 0; length--)
        {
            var state = string.Join(' ', words.Skip(from).Take(length));
            if (!(length == 1 && Idle.Contains(state)) && _states.Of(state) is { } condition)
            {
                return (not ? RowStates.Opposite(condition) : condition, from + length);
            }
        }

        return null;
    }

    /// <summary>"with at least one free seat", "have places left", "with stock".</summary>
    private (RowCondition Condition, int Next)? Amount(IReadOnlyList<string> words, int at)
    {
        if (words[at] is not ("have" or "has" or "with" or "having" or "hold" or "holds" or "having"))
        {
            return null;
        }

        var (i, least) = (at + 1, 1);
        while (i < words.Count && (Idle.Contains(words[i]) || words[i] is "at" or "least" or "some" or "more" or "than" or "enough"
            || int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            least = int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : least;
            i++;
        }

        for (var length = Math.Min(LongestState, words.Count - i); length > 0; length--)
        {
            var named = words.Skip(i).Take(length).Select(Words.Singular).Select(Stems.Of).ToList();
            if (table.Columns.FirstOrDefault(c => c.Numeric && c.References is null && c != table.Key && named.Count > 0
                && c.Words.Where(w => w is not ("count" or "number"
                    or "of")).Select(Words.Singular).Select(Stems.Of).ToHashSet().SetEquals(named)) is { } column)
            {
                return (new Stands(ColumnPath.Own(column), Comparison.AtLeast, new ConstantTerm(Value.From(least))), i + length);
            }
        }

        return null;
    }

    /// <summary>"whose due date has passed", "that start in the future".</summary>
    private (RowCondition Condition, int Next)? Clock(IReadOnlyList<string> words, int at)
    {
        var whose = words[at] is "whose" or "past" or "before" or "after";
        if (!whose && !(at > 0 && words[at - 1] is "that" or "which"))
        {
            return null;
        }

        var end = words.ToList().FindIndex(at, w => w is "passed" or "past" or "over" or "expired" or "gone" or "future" or "ahead" or "come");
        if (end <= at || _named.Of([.. words.Skip(whose ? at + 1 : at).Take(end - at - (whose ? 1 : 0)).Where(w => !Idle.Contains(w)
            && w is not ("lies" or "lie" or "by" or "gone"))])
            is not { } time || !TimeColumns.Is(time))
        {
            return null;
        }

        return (words[end] is "future" or "ahead" or "come" ? RowStates.ToCome(time) : RowStates.Passed(time), end + 1 + (end + 1 < words.Count
            && words[end + 1] == "by" ? 1 : 0));
    }
}
