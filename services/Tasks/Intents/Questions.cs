using AgentScaler.Language;
using AgentScaler.Tasks.Paths;

namespace AgentScaler.Tasks.Intents;

/// <summary>Words the questions of a read: "the status and the total of that order", "how many books match Jade Prairie".</summary>
internal sealed class Questions(PathDraft draft, RowPhrases rows, WriteClauses clauses)
{
    private static readonly HashSet<string> Counts =
        new(StringComparer.Ordinal) { "count", "total", "total count", "total results", "total items", "number of results" };

    public string Of(Wish wish)
    {
        var noun = ToolPhrase.Of(wish.Tool, draft.Domain).Object;
        if (wish.Answers.Count == 0)
        {
            return $"about {Listing.Article(noun)}";
        }

        var answer = wish.Answers[0];
        if (answer.Every)
        {
            // Plain texts in a list are themselves the things.
            if (answer.Source["path"].AsArray[^1].IsNumber)
            {
                return $"all the {Plural(noun)}{Scope(wish, noun)}";
            }

            return $"the {Words.Plural(Spoken(answer.Label))} of all the {Plural(noun)}{Scope(wish, noun)}";
        }

        if (answer.Source["compute"].IsString || (wish.Answers.Count == 1 && answer.Row is null && !wish.Tool.Writes && Counts.Contains(answer.Label)))
        {
            var scope = Scope(wish, noun);
            return scope.StartsWith(" matching ", StringComparison.Ordinal)
                ? $"how many {Plural(noun)} match {scope[" matching ".Length..]}"
                : $"how many {Plural(noun)} there are{scope}";
        }

        var labels = Listing.Of([.. wish.Answers.Select(a => $"the {Spoken(a.Label)}").Distinct()]);
        if (wish.Tool.Writes && answer.Row is { } made && (draft.Mentions.GetValueOrDefault(made)?.Created ?? true))
        {
            // A thing that was just mentioned needs no second description.
            return $"{labels} of {(wish.Tool.Inserts.Count > 0 ? "the new" : "that")} {noun}";
        }

        if (answer.Row is { } row)
        {
            return $"{labels} of {rows.Of(row)}";
        }

        var itself = labels == $"the {noun}" || wish.Answers.Count == 1 && noun.Split(' ')[^1] == Units.Of(answer.Label).Label;
        return $"{(itself ? $"the {noun}{(Units.Of(answer.Label).Unit is { } unit ? " in " + unit : "")}" : Itself(wish, noun) is { } said ? $"{labels} of {said}" : $"{labels} of the {noun}")}{Scope(wish, noun)}";
    }

    /// <summary>Returns a result's label in words: "distance km" is the distance in km, "created at" the creation time.</summary>
    public static string Spoken(string label)
    {
        var (plain, unit) = Units.Of(label);
        return unit is not null ? $"{plain} in {unit}"
            : label.EndsWith(" at", StringComparison.Ordinal) ? label[..^3] + " time"
            : label.EndsWith(" on", StringComparison.Ordinal) ? label[..^3] + " date"
            : label;
    }

    /// <summary>Words a given value that is itself the thing: the translation of the text "…".</summary>
    private string? Itself(Wish wish, string noun) =>
        wish.Filled.FirstOrDefault(f => f.Row is null && f.Condition?.Label == noun) is { } filled ? $"the {noun} {clauses.DetailOf(filled).Said}" : null;

    /// <summary>Words the scope of a question: the rows and values in the arguments of its call.</summary>
    private string Scope(Wish wish, string noun)
    {
        var words = string.Concat(wish.Filled.Where(f => f.Row is { } r && wish.Answers.All(a => a.Row != r)).Select(f => $" for {rows.Of(f.Row!.Value)}"));
        var given = wish.Filled.Where(f => f.Row is null
            && (f.Condition is not null || f.From is not null)
            && !(f.Condition?.Label == noun && wish.Answers.All(a => a.Row is null)))
            .Select(clauses.DetailOf).Select(d => d.Value.IsBoolean && d.Told && DetailPhrases.IsQuality(d.Label) ? d with { Label = $"{d.Label} status" } : d)
                .ToList();
        var after = DetailPhrases.After(given, noun);
        return after.Length > 0 ? $"{words} {after}" : words;
    }

    private static string Plural(string noun) =>
        noun.LastIndexOf(' ') is var at && at < 0 ? Words.Plural(noun) : noun[..(at + 1)] + Words.Plural(noun[(at + 1)..]);
}
