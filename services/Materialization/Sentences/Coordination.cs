using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.Sentences;

/// <summary>
/// Cuts a sentence that says several things in a row into sentences that say one each: "Fails when A, and when B", "the device must be a light and must
/// be online", "the room is taken, out of service or too small". A sentence that says one thing stays whole.
/// </summary>
internal static partial class Coordination
{
    private const int MostParts = 6;
    private const string Verb = "(?:is|are|was|were|has|have|gets|does|do|can|cannot|may|must|will|exceeds|exists|starts)";
    private const string Fails = "(?:fails|fail|refused|rejected|error|errors|denied)";
    private const string Negative = "(?:cannot|may not|must not|can no longer)";
    private const string When = "(?:if|when|where|whenever)";

    /// <summary>The sentences of a sentence about a tool.</summary>
    public static IReadOnlyList<string> OfTool(string words) => Refusals(words) ?? Conditions(words) ?? Demands(words) ?? Clauses(words) ?? [words];

    /// <summary>The refusals of a declared response, each with its own verb.</summary>
    public static IReadOnlyList<string> OfRefusal(string words) => Alternatives(words, ellipsis: false) ?? [words];

    /// <summary>The refusals of a declared response whose subject or verb stands only in the first.</summary>
    public static IReadOnlyList<string> Filled(string words) => Alternatives(words, ellipsis: true) ?? [words];

    /// <summary>What a sentence says of a new row, each part with its subject.</summary>
    public static IReadOnlyList<string> OfBirth(string words) => Split(words, And(), ellipsis: true) ?? [words];

    /// <summary>"fails when A, and when B": one sentence for each.</summary>
    private static List<string>? Refusals(string words)
    {
        if (Failing().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var (lead, rest) = ($"{match.Groups["lead"].Value} {match.Groups["if"].Value} ", match.Groups["rest"].Value);
        var parts = Again().Split(rest).SelectMany(p => Alternatives(p, ellipsis: false) ?? [p]).ToList();
        return parts.Count is > 1 and <= MostParts ? [.. Resolved(parts).Select(p => lead + Closed(p))] : null;
    }

    /// <summary>"cannot be changed once A or B": one sentence for each, where A and B have subjects of their own.</summary>
    private static List<string>? Conditions(string words) => Refusing().Match(words) is { Success: true } match
        && Alternatives(match.Groups["rest"].Value, ellipsis: false) is { } parts ? [.. parts.Select(p => $"{match.Groups["lead"].Value} {Closed(p)}")] : null;

    /// <summary>"X must A and must B": one sentence for each.</summary>
    private static List<string>? Demands(string words)
    {
        if (Modal().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var subject = match.Groups["subject"].Value;
        var parts = Further().Split(words[match.Groups["said"].Index..]);
        return parts.Length is > 1 and <= MostParts && parts.Skip(1).All(p => StartsWithModal().IsMatch(p))
            ? [.. parts.Select(p => subject + Closed(p))]
            : null;
    }

    /// <summary>"A cannot be B, and no C is D twice": clauses of their own, each with a word that demands or refuses.</summary>
    private static List<string>? Clauses(string words)
    {
        var parts = words.Split(" , and ");
        return parts.Length is > 1 and <= MostParts && Array.TrueForAll(parts, p => Whole().IsMatch(p)) ? [.. parts.Select(Closed)] : null;
    }

    private static List<string>? Alternatives(string words, bool ellipsis) => Split(words, Or(), ellipsis);

    private static List<string>? Split(string words, Regex between, bool ellipsis)
    {
        var parts = between.Split(words.Trim()).Where(p => p.Length > 0).ToList();
        if (parts.Count is < 2 or > MostParts || !Finite().IsMatch(parts[0]))
        {
            return null;
        }

        var (subject, copula) = (Subject(parts[0]), Copula().Match(parts[0]) is { Success: true } is_ ? is_.Value : "");
        var whole = new List<string> { parts[0] };
        foreach (var part in parts.Skip(1))
        {
            var bare = part.StartsWith("either ", StringComparison.Ordinal) ? part[7..] : part;
            if (StartsWithVerb().IsMatch(bare))
            {
                whole.Add($"{subject}{bare}");
            }
            else if (Finite().IsMatch(bare))
            {
                whole.Add(bare);
                subject = Subject(bare);
            }
            else if (ellipsis && copula.Length > 0)
            {
                whole.Add($"{subject}{copula}{bare}");
            }
            else
            {
                return null;
            }
        }

        return [.. Resolved(whole).Select(Closed)];
    }

    /// <summary>"it" in a later part is the subject of the first.</summary>
    private static IEnumerable<string> Resolved(IReadOnlyList<string> parts)
    {
        var first = Subject(parts[0]);
        return parts.Select((p, at) => at > 0 && first.Length > 0 && p.TrimStart().StartsWith("it ", StringComparison.Ordinal)
            ? first + p.TrimStart()[3..]
            : p);
    }

    /// <summary>What stands before the first finite verb.</summary>
    private static string Subject(string clause) =>
        Finite().Match(clause + " ") is { Success: true } match && clause[..match.Index].Trim() is { Length: > 0 } subject ? subject + " " : "";

    private static string Closed(string part) => part.Trim().TrimEnd(',').TrimEnd() + " ";

    [GeneratedRegex("^(?<lead>(?:[^,]+ )?" + Fails + ")(?: ,)? (?<if>" + When + ") (?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Failing();

    [GeneratedRegex("^(?<lead>[^,]+ " + Negative + " [^,]+ (?:if|when|while|once|after)) (?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Refusing();

    [GeneratedRegex(" (?:, )?(?:(?:and|or) )?" + When + " ", RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    [GeneratedRegex(@"^(?<subject>(?:[^ ,]+ ){1,5}?)(?<said>(?:must|can|may|cannot|should) .+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Modal();

    [GeneratedRegex(@" (?:, and|, but|and|,|but) (?=(?:must|can|may|cannot|should) )", RegexOptions.CultureInvariant)]
    private static partial Regex Further();

    [GeneratedRegex(@"^(?:must|can|may|cannot|should) ", RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithModal();

    [GeneratedRegex(@"(?:^| )(?:cannot|must|only|may not|no [a-z]+ is|can no longer) ", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@" (?:, or|, and|,|or) ", RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    [GeneratedRegex(@" (?:, and|,|and) ", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"(?<=^| )" + Verb + " ", RegexOptions.CultureInvariant)]
    private static partial Regex Finite();

    [GeneratedRegex(@"(?<=^| )(?:is|are|was|were) ", RegexOptions.CultureInvariant)]
    private static partial Regex Copula();

    [GeneratedRegex("^" + Verb + " ", RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithVerb();
}
