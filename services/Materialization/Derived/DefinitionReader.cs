using System.Text.RegularExpressions;
using AgentScaler.Materialization.Sentences;

namespace AgentScaler.Materialization.Derived;

/// <summary>Reads what a phrase says that a member tells: "the number of rentals that are out", "the start of its next booked appointment".</summary>
internal static partial class DefinitionReader
{
    private const string First = "earliest|soonest|next|first|oldest|upcoming";
    private const string Last = "latest|last|most recent|newest|previous|current";

    /// <param name="phrase">The phrase in words, as <see cref="Wording"/> writes them.</param>
    public static Definition? Read(string phrase)
    {
        var words = Opening().Replace(Ending().Replace(phrase.Trim(), "").Trim(' ', ','), "").Trim();
        if (Taken().Match(words) is { Success: true } taken)
        {
            return Figured(Opening().Replace(taken.Groups["rest"].Value, "")) is { Figure: DerivedFigure.Count or DerivedFigure.Sum } figure
                ? figure with { Whole = taken.Groups["whole"].Value, Explicit = true }
                : null;
        }

        return Figured(words);
    }

    private static Definition? Figured(string words)
    {
        var rows = Clause().Replace(words, "");
        if (Counting().Match(rows) is { Success: true } count)
        {
            return new Definition(DerivedFigure.Count, count.Groups["rows"].Value);
        }

        if (Summing().Match(rows) is { Success: true } sum)
        {
            return new Definition(DerivedFigure.Sum, Owned(sum, out var of)) { Of = of };
        }

        if (Averaging().Match(rows) is { Success: true } average)
        {
            return new Definition(DerivedFigure.Average, Owned(average, out var of)) { Of = of };
        }

        var match = new[] { Extreme(), When(), Bare() }.Select(r => r.Match(rows)).FirstOrDefault(m => m.Success);
        return match is not null
            ? new Definition(IsFirst(match.Groups["side"].Value) ? DerivedFigure.Least : DerivedFigure.Most, match.Groups["rows"].Value
                + (match.Groups["side"].Value is "next" or "upcoming" && !match.Groups["rows"].Value.Contains("to come", StringComparison.Ordinal) ? " to come" : ""))
            { Of = match.Groups["of"].Value }
            : new Definition(DerivedFigure.Count, rows) { Explicit = false };
    }

    private static bool IsFirst(string side) => First.Split('|').Contains(side);

    /// <summary>"amounts of its payments" are payments by their amounts.</summary>
    private static string Owned(Match match, out string of)
    {
        var rows = match.Groups["rows"].Value;
        var owned = Owning().Match(rows);
        of = owned.Success ? owned.Groups["of"].Value : "";
        return owned.Success ? owned.Groups["rows"].Value : rows;
    }

    [GeneratedRegex(@"^((always|simply|just|only|kept as|calculated as|computed as|worked out as|derived from|equal to|equals|the same as|tells|shows|says|gives|that is|it is|this is|is|are|counts the number of|counts) )*(?<!number )", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    /// <summary>What is told where there is nothing, and remarks.</summary>
    [GeneratedRegex(@"( ,)? (null|none|zero|0|empty|otherwise|or null|or none|or 0|if any|if there|unless there|read only|never negative|never below|never more|not counting cancelled)\b.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@" ,.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(the |its )?(?<whole>[a-z0-9 ]+?) (less|minus|without|after subtracting) (?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Taken();

    [GeneratedRegex(@"^((the |a )?(current |present |total |overall |running |exact )?(number|count|tally|quantity) of|how many( of)?|number of) (?<rows>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Counting();

    [GeneratedRegex(@"^(the |a )?(current |running |overall )?(sum|sum total|total|grand total)( of)? (?<rows>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Summing();

    [GeneratedRegex(@"^(the |an )?(current |overall )?(average|mean|arithmetic mean)( of)? (?<rows>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Averaging();

    [GeneratedRegex(@"^(the |an? )?(?<of>[a-z ]{1,30}?) of (the |its |their |his |an? |her )?([a-z]+ )??(?<side>" + First + "|" + Last + @") (?<rows>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Extreme();

    [GeneratedRegex(@"^when (the |its |their |an? )?([a-z]+ )??(?<side>" + First + "|" + Last + @") (?<rows>.+?) (?<of>starts?|begins?|is due|falls due|ends?|is|was|took place|happened|was made|came in|departs?|leaves)( .*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex When();

    [GeneratedRegex(@"^(the |its |their )?(?<side>" + First + "|" + Last + @") (?<rows>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(the |all |its |their )?(?<of>[a-z ]{1,30}?) (of|over|from|across|on|in) (all |the |its |their |all of its )?(?<rows>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Owning();
}
