using AgentScaler.Language;

namespace AgentScaler.Tasks.Intents;

/// <summary>Words details after their thing: "called Golden Island, in Sydney, weighing 21.37 kg".</summary>
internal static class DetailPhrases
{
    private static readonly (string From, string To)[] Ends =
    [
        ("from", "to"), ("origin", "destination"), ("source", "target"), ("start", "end"), ("begin", "end"), ("arrival", "departure"), ("pickup", "return"),
            ("check in", "check out"), ("begins", "ends"), ("starts", "ends"),
    ];

    private static readonly HashSet<string> Quotes = new(StringComparer.Ordinal) { "message", "body", "text", "content" };

    /// <summary>Returns all details after a new thing or a verb's object.</summary>
    public static string After(IReadOnlyList<Detail> details, string noun)
    {
        var rest = details.ToList();
        var phrases = new List<string>();
        var quotes = new List<string>();
        var named = Called(rest, noun);
        if (named.Length > 0)
        {
            phrases.Add(named);
        }

        phrases.AddRange(Ranges(rest));
        var plain = new List<string>();
        foreach (var detail in rest)
        {
            if (detail.Told && Quotes.Contains(detail.Label) && detail.Said.StartsWith('"'))
            {
                quotes.Add($"saying {detail.Said}");
            }
            else if (Own(detail, rest) is { } phrase)
            {
                phrases.Add(phrase);
            }
            else
            {
                plain.Add(Plain(detail));
            }
        }

        if (plain.Count > 0)
        {
            phrases.Add("with " + Listing.Of(plain));
        }

        phrases.AddRange(quotes);
        return string.Join(' ', phrases);
    }

    /// <summary>Returns the description of one thing among others, as a condition: "due on 3 March 2026".</summary>
    public static string? Own(Detail detail) => Own(detail, []);

    /// <summary>Words a change: "the weight to 21.37 kg".</summary>
    public static string Change(Detail detail)
    {
        var (label, unit) = Units.Of(detail.Label);
        return detail.SameAs is { } same && !detail.Told ? $"the {label} to {detail.Said}" : $"the {label} to {detail.Said}{(unit is null ? "" : " " + unit)}";
    }

    public static bool IsQuality(string label) =>
        label is "out of service" or "open" or "public" or "private" or "urgent" or "vegan" or "new" || label.Split(' ')[^1] is var w
        && (w.EndsWith("able", StringComparison.Ordinal)
            || w.EndsWith("ible", StringComparison.Ordinal)
            || w.EndsWith("ed", StringComparison.Ordinal)
            || w.EndsWith("ive", StringComparison.Ordinal)
            || w.EndsWith("arian", StringComparison.Ordinal));

    /// <summary>Takes the name out of the details and words it: "called Nadia Rossi". Returns an empty text if no detail is the name.</summary>
    public static string Called(List<Detail> rest, string noun)
    {
        var given = rest.FirstOrDefault(d => d.Told && d.Label is "given name" or "first name");
        var family = rest.FirstOrDefault(d => d.Told && d.Label is "family name" or "last name" or "surname");
        if (given is not null && family is not null)
        {
            rest.Remove(given);
            rest.Remove(family);
            return $"called {given.Said} {family.Said}";
        }

        var name = rest.FirstOrDefault(d => d.Told && (d.Label is "name" or "full name" or "title" || d.Label == $"{noun} name"));
        if (name is null)
        {
            return "";
        }

        rest.Remove(name);
        return name.Label == "title" ? $"titled {name.Said}" : $"called {name.Said}";
    }

    private static IEnumerable<string> Ranges(List<Detail> rest)
    {
        foreach (var (from, to) in Ends)
        {
            foreach (var first in rest.Where(d => Starts(d, from)).ToList())
            {
                var second = rest.FirstOrDefault(d => d != first && Starts(d, to) && Tail(d, to) == Tail(first, from));
                if (second is not null
                    && first.SameAs is null
                    && second.SameAs is null
                    && (Tail(first, from) is not ("" or "date" or "time" or "day") || LooksLikeTime(first.Said)))
                {
                    rest.Remove(first);
                    rest.Remove(second);
                    yield return $"from {first.Said} to {second.Said}";
                }
            }
        }

        static bool Starts(Detail detail, string word) => detail.Label == word || detail.Label.StartsWith(word + " ", StringComparison.Ordinal);
        static string Tail(Detail detail, string word) => detail.Label[word.Length..].Trim();
    }

    private static bool LooksLikeTime(string said) => said.Length > 3
        && char.IsDigit(said[0])
        && (said.Contains(':', StringComparison.Ordinal) || said.Count(c => c == ' ') >= 2);

    private static string? Own(Detail detail, List<Detail> all)
    {
        var (label, unit) = Units.Of(detail.Label);
        if (detail.SameAs is { } same)
        {
            return $"with the same {label} as {same}";
        }

        if (detail.Value.IsBoolean)
        {
            return IsQuality(label) ? $"that is {(detail.Value.IsTrue ? "" : "not ")}{label}" : $"{(detail.Value.IsTrue ? "with" : "without")} {label}";
        }

        if (unit is not null)
        {
            return label == "weight" ? $"weighing {detail.Said} {unit}" : null;
        }

        var said = detail.Said;
        if (detail.Reference && detail.Told)
        {
            return label.EndsWith("number", StringComparison.Ordinal)
                ? $"{detail.Preposition} {label.Replace(" number", "", StringComparison.Ordinal)} {said}"
                : $"{detail.Preposition} {label} {said}";
        }

        var words = label.Split(' ');
        return label switch
        {
            "city" or "country" or "region" or "town" => $"in {said}",
            "date" or "day" when LooksLikeTime(said) || label == "day" => $"on {said}",
            "time" when said.Contains(':', StringComparison.Ordinal) && said.Length <= 8 => $"at {said}",
            "birth date" or "date of birth" or "born date" => $"born on {said}",
            "due date" or "due" => $"due on {said}",
            "start date" or "from date" or "starts" => $"starting on {said}",
            "end date" or "to date" or "ends" => $"ending on {said}",
            "pickup date" => $"to be picked up on {said}",
            "last day" => $"with {said} as the last day",
            "arrival" when LooksLikeTime(said) => $"arriving on {said}",
            "departure" when LooksLikeTime(said) => $"leaving on {said}",
            "origin city" or "from city" or "origin" => $"from {said}",
            "destination city" or "to city" or "destination" => $"to {said}",
            "target language" => $"into {said}",
            "reason" when said.StartsWith('"') => $"giving the reason {said}",
            "party size" => $"for {said} people",
            "guest name" => $"in the name of {said}",
            "query" or "text" or "keyword" or "search" when !said.StartsWith('"') => $"matching {said}",
            "signed by" => $"signed for by {said}",
            "author" when all.Count > 0 => $"by {said}",
            _ when words is [.., "by"] && words.Length > 1 => $"{label} {said}",
            _ => null,
        };
    }

    private static string Plain(Detail detail)
    {
        var (label, unit) = Units.Of(detail.Label);
        return unit is not null ? $"{Listing.Article(label)} of {detail.Said} {unit}"
            : detail.Value.IsBoolean ? $"{label}: {detail.Said}"
            : $"{(detail.Told ? "" : "the ")}{label} {(detail.Told ? detail.Said : "of " + detail.Said)}";
    }
}
