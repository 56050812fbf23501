using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>
/// The order that sentences give a list: "by surname, then id", "soonest curtain first", "in order of enrolment", "newest on top", "A to Z". What cannot be
/// bound to a column orders nothing.
/// </summary>
internal sealed class RowOrder(ToolReading reading, TableModel table)
{
    private const int MostBetween = 4;

    /// <summary>Verbs before "by" that ask for rows, or say who did something.</summary>
    private static readonly HashSet<string> NoOrder = new(StringComparer.Ordinal)
    {
        "filter", "filtered", "search", "searched", "find", "look", "looked", "identified", "created", "made", "owned", "grouped", "get", "retrieve",
        "fetch", "given",
        "held", "increased", "divided", "followed", "up", "selected", "select", "narrowed", "restricted", "limited", "paged", "multiplied", "written",
        "sent", "used",
        "assigned", "posted", "placed", "submitted", "provided", "returned", "defined", "set",
    };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "by", "of", "the", "come", "comes", "coming", "are", "is", "listed", "at", "on", "ones", "one", "entries", "entry", "in", "order", "with", "items",
        "first", "last",
        "top", "head", "leading", "always", "and", "shown", "returned", "appear", "appears", "to", "from", "then", "stand", "stands", "which", "that", "their",
    };

    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal)
    {
        "unless", "where", "when", "filter", "with", "which", "that", "so", "but", "if", "whatever", "use", "pass", "including", "without", "not", "are", "is",
    };

    private readonly NamedColumn _named = new(table);
    private readonly TimeColumns _times = new(table);

    /// <summary>The order that the description of a tool states, with what decides between rows that are alike; null where it states none.</summary>
    public static ListOrder? Of(ToolReading reading, TableModel table)
    {
        var reader = new RowOrder(reading, table);
        ListOrder? found = null;
        foreach (var sentence in SentenceSplitter.Sentences($"{reading.Tool.Description}\n{reading.Returns.Description}"))
        {
            var words = Wording.Of(sentence).Replace(" by default ", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (found is null)
            {
                found = reader.Read(words);
            }
            else if (reader.Leading(words) is { } led && led.Column == found.Column)
            {
                found = found with { Descending = led.Descending };
            }
            else if (words.Any(w => w is "same" or "tie" or "ties" or "equal" or "within" or "alike") && reader.Read(words) is { } further
                && found.All.All(o => o.Column != further.Column))
            {
                found = Followed(found, further);
            }
        }

        return found;
    }

    /// <summary>The order that one sentence states.</summary>
    private ListOrder? Read(IReadOnlyList<string> words) => IsAdvice(words[0]) ? null
        : By(words) ?? Leading(words) ?? InOrderOf(words) ?? InThatOrder(words) ?? Directed(words) ?? Named(words);

    private static ListOrder Followed(ListOrder first, ListOrder then) =>
        first with { Then = first.Then is null ? then : Followed(first.Then, then) };

    /// <summary>"sorted by rating, best first", "by last name, then first name", "guests by surname".</summary>
    private ListOrder? By(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count - 1; i++)
        {
            var sorting = i > 0 && (OrderWords.IsSorting(words[i - 1]) || OrderWords.Descends([words[i - 1]]) is not null
                || (i > 1 && words[i - 1] is "alphabetically" or "chronologically" or "numerically"));
            var said = words[i] is "by" or "on" && sorting;
            var bare = words[i] == "by" && !sorting && (i == 0 || (words[i - 1] != "," && IsOpen(words, i)) || (words[i - 1] == "," && !IsFiltered(words, i)));
            if (!said && !bare)
            {
                continue;
            }

            if (Segments(words, i + 1) is { } found)
            {
                var down = sorting ? OrderWords.Descends([.. words.Take(i).TakeLast(words[i - 1] == "order" ? 2 : 1)]) == true
                    : OrderWords.Descends([.. words.Skip(i)]) is null && words.ToList().FindIndex(OrderWords.IsSuperlative) is >= 0 and var lead
                        && lead < i && words[i - 1] == "first" && OrderWords.Leads(words, lead);
                return down ? found with { Descending = true } : found;
            }
        }

        return null;
    }

    /// <summary>Whether things stand before "by", and what stands after it is no argument of the call.</summary>
    private bool IsOpen(IReadOnlyList<string> words, int by) => !NoOrder.Contains(words[by - 1])
        && (Words.IsPlural(words[by - 1]) || words[by - 1] == "first") && !IsFiltered(words, by);

    private bool IsFiltered(IReadOnlyList<string> words, int by) => words.Take(by).Any(NoOrder.Contains)
        || reading.Parameters.Any(p => p.Words.Any(w => words.Skip(by + 1).Take(3).Contains(w) && w is not ("id" or "name")))
        || reading.Parameters.Any(p => words.Skip(by + 1).Take(p.Words.Count).SequenceEqual(p.Words));

    /// <summary>"in order of opening night", "in the order of enrolment", "in ascending order of number", "in the order in which they happened".</summary>
    private ListOrder? InOrderOf(IReadOnlyList<string> words)
    {
        var at = words.ToList().FindIndex(w => w is "order" or "sequence");
        for (; at >= 0 && at + 1 < words.Count; at = Next(words, at))
        {
            var down = OrderWords.Descends([.. words.Take(at).TakeLast(3)]);
            if (words[at + 1] is "of" or "by" && Segments(words, at + 2) is { } found)
            {
                return down == true ? found with { Descending = true } : found;
            }

            var which = words[at + 1] is "in" or "they" or "that" or "of";
            if (which && words.Skip(at + 2).TakeWhile(w => w != ",").Where(w => !Fillers.Contains(w) && w is not ("they" or "were" or "have" or "been"
                or "it" or "was"
                or "you" or "we" or "i" or "had" or "has")).ToList() is { Count: > 0 } act && Time(act) is { } time)
            {
                return new ListOrder(time, down == true);
            }
        }

        return null;
    }

    /// <summary>"in queue order", "in reverse price order".</summary>
    private ListOrder? InThatOrder(IReadOnlyList<string> words)
    {
        var at = words.ToList().FindIndex(w => w is "order" or "sequence");
        var from = at < 0 ? -1 : words.Take(at).ToList().LastIndexOf("in");
        if (from < 0 || at - from is < 2 or > MostBetween)
        {
            return null;
        }

        var said = words.Skip(from + 1).Take(at - from - 1).ToList();
        var hint = said.Where(w => OrderWords.Descends([w]) is null && w != "the").ToList();
        return hint.Count > 0 && (Standing(hint) ?? (hint is ["queue" or "queuing" or "waiting" or "waitlist" or "ranking"] ? Place() : null)) is { } column
            ? new ListOrder(column, OrderWords.Descends(said) == true) : null;
    }

    /// <summary>The number of a thing among those that wait.</summary>
    private ColumnModel? Place() => table.Columns.FirstOrDefault(c => c.Numeric && c.Words.Any(w => w is "position" or "rank" or "place" or "queue"));

    /// <summary>"List invoices, number descending".</summary>
    private ListOrder? Directed(IReadOnlyList<string> words)
    {
        var at = words.ToList().FindIndex(w => w is "ascending" or "descending");
        var hint = at < 1 ? [] : words.Take(at).Reverse().TakeWhile(w => w != ",").Reverse().ToList();
        return hint.Count is > 0 and <= MostBetween && !hint.Contains("in") && Standing(hint) is { } column ? new ListOrder(column,
            words[at] == "descending") : null;
    }

    private static int Next(IReadOnlyList<string> words, int at)
    {
        var next = words.Skip(at + 1).ToList().FindIndex(w => w is "order" or "sequence");
        return next < 0 ? -1 : at + 1 + next;
    }

    private ColumnModel? Time(IReadOnlyList<string> words) => _named.Of(words) is { } column && TimeColumns.Is(column) ? column : _times.Made;

    /// <summary>"newest first", "soonest curtain first", "the latest course comes first", "oldest at the bottom", "starting with the most recent".</summary>
    private ListOrder? Leading(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!OrderWords.IsSuperlative(words[i]) || (i > 0 && words[i] is "most" or "least" && i + 1 < words.Count
                && OrderWords.IsSuperlative(words[i + 1])))
            {
                continue;
            }

            var between = words.Skip(i + 1).TakeWhile(w => w is not ("first" or "last" or "top" or "bottom" or "leading" or "up" or "end")
                && w != ",").ToList();
            var marker = words.Skip(i + 1 + between.Count).FirstOrDefault();
            var begun = i > 1 && words.Take(i).TakeLast(4).Any(w => w is "with" or "from" or "at") && words.Take(i).TakeLast(4).Any(w => w is "starting"
                or "beginning" or "start" or "starts" or "begin");
            if ((marker is null or "," or "up" || between.Count > MostBetween) && !begun)
            {
                if (!(words.Skip(i + 1).FirstOrDefault() == "to" && words.Skip(i + 2).Take(3).Any(OrderWords.IsSuperlative)))
                {
                    continue;
                }

                between = [];
            }

            var hint = between.Take(MostBetween).Where(w => !Fillers.Contains(w)).ToList();
            if (Column(words, i, hint) is { } column)
            {
                return new ListOrder(column, OrderWords.Leads(words, i) != (marker is "last" or "bottom" or "end"));
            }
        }

        return null;
    }

    /// <summary>The column that a superlative speaks of.</summary>
    private ColumnModel? Column(IReadOnlyList<string> words, int at, List<string> hint)
    {
        var named = hint.Count > 0 ? _named.Of(hint) : null;
        if (OrderWords.IsOfTime(words[at]))
        {
            return named is not null && TimeColumns.Is(named) ? named
                : OrderWords.IsOfBeginning(words[at]) ? _times.Begins
                : _times.Made ?? (table.Key.Numeric ? table.Key : null);
        }

        if (OrderWords.IsOfMoney(words[at]))
        {
            return named is { Numeric: true } ? named : table.Columns.Where(c => c.Numeric && (c.Semantic == "money"
                || c.Words.Any(w => w is "price" or "rate" or "cost" or "fee" or "fare" or "amount" or "total"))).FirstOrDefault();
        }

        return named is { Numeric: true } ? named
            : hint.TrueForAll(w => table.Singular.Split('_').Contains(Words.Singular(w))) && hint.Count > 0 ? Measure()
            : hint.Any(w => w is "serving" or "standing" or "running" or "established") ? _times.Since
            : hint.Count == 0 && words.Take(at).ToList() is var before && before.LastIndexOf("by") is >= 0 and var by
                && _named.Of([.. before.Skip(by + 1)]) is { Numeric: true } measure ? measure
            : null;
    }

    /// <summary>The one number of a thing that is higher or lower: what was bid, what is paid.</summary>
    private ColumnModel? Measure() => table.Columns.Where(c => c.Numeric && c != table.Key && c.References is null
        && (c.Semantic == "money" || c.Words.Any(w => w is "amount" or "score" or "points" or "value" or "rating" or "price"))).ToList() is [var only]
            ? only : null;

    /// <summary>"in alphabetical order of name", "in reverse chronological order", "A to Z", "first come, first in the list".</summary>
    private ListOrder? Named(IReadOnlyList<string> words)
    {
        var down = OrderWords.Descends(words) == true;
        if (words.Any(w => w is "chronological" or "chronologically" || w == "date" && words.Contains("order")))
        {
            return _times.Made is { } time ? new ListOrder(time, down) : null;
        }

        var letters = words.Any(w => w is "alphabetical" or "alphabetically" or "alphabetic") || (OrderWords.Descends(words) is not null
            && words.Contains("z"));
        if (letters)
        {
            return table.Label is { } label ? new ListOrder(label, down) : null;
        }

        var text = $" {string.Join(' ', words)} ";
        return text.Contains(" first come , first ", StringComparison.Ordinal) || text.Contains(" first come first ", StringComparison.Ordinal)
            ? (Place() ?? _times.Made) is { } place ? new ListOrder(place, false) : null : null;
    }

    /// <summary>The columns of a list of phrases: "course (starter, main), within a course by name", "price, cheapest first", "name and then id".</summary>
    private ListOrder? Segments(IReadOnlyList<string> words, int from)
    {
        var parts = new List<ListOrder>();
        foreach (var segment in OrderWords.Cut([.. words.Skip(from).TakeWhile((w, i) => i == 0 || !Ends.Contains(w))]))
        {
            var by = segment.LastIndexOf("by");
            var hint = by > 0 && Standing([.. segment.Where(w => OrderWords.Descends([w]) is null)]) is { } whole && whole.Words.Contains("by") ? segment
                : segment.Skip(by + 1).ToList();
            var lead = hint.FindIndex(OrderWords.IsSuperlative);
            var leads = lead >= 0 && hint.Skip(lead).Any(w => w is "first" or "last" or "top" or "leading" or "to");
            bool? down = leads ? OrderWords.Leads(hint, lead) != hint.Contains("last") : OrderWords.Descends(hint);
            hint = [.. (leads ? hint.Take(lead) : hint).Where(w => OrderWords.Descends([w]) is null && !(down is not null && w is "a" or "z" or "to"
                or "low" or "high" or "order" or "in"))];
            if (parts.Count > 0 && parts[^1].Column.Enum is { } values && values.FirstOrDefault(v => v.IsString
                && Words.Snake(v.AsString) == Words.Snake(segment))
                is { IsString: true } value)
            {
                parts[^1] = parts[^1] with { Ranks = [.. parts[^1].Ranks, value] };
            }
            else if (hint.Any(w => !Fillers.Contains(w)) && Standing(hint) is { } column)
            {
                parts.Add(new ListOrder(column, down == true));
            }
            else if (parts.Count > 0 && down is { } way)
            {
                parts[^1] = parts[^1] with { Descending = way };
            }
            else
            {
                break;
            }
        }

        return parts.Count == 0 ? null : parts.AsEnumerable().Reverse().Aggregate((ListOrder?)null, (then, part) => Whole(part) with { Then = then });
    }

    private ColumnModel? Standing(List<string> hint) => _named.Of(hint) is { Scalar: true } column && column.Type != Environments.Schema.ColumnType.Boolean
        ? column : null;

    /// <summary>Named values order a column where all of them are named.</summary>
    private static ListOrder Whole(ListOrder part) => part.Ranks.Count > 1 && part.Ranks.Count == part.Column.Enum!.Count ? part : part with { Ranks = [] };

    /// <summary>Whether a sentence begins by telling the caller to do something to a row: "Refund the oldest charge first."</summary>
    private static bool IsAdvice(string word) => Verbs.ClassOf(word) is VerbClass.Create or VerbClass.Update or VerbClass.Upsert or VerbClass.Delete
        or VerbClass.Transition or VerbClass.Send or VerbClass.Transfer && !OrderWords.IsSorting(word);
}
