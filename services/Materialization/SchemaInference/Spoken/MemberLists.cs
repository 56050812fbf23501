using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>
/// Finds the members that prose names one after another: "Returns the crate: crate_id, state (full, empty) and owner", "Crates, each with crate_id, weight_kg
/// and label". Words that lead to something else than an answer, and lists without a single written name, tell no members.
/// </summary>
internal static partial class MemberLists
{
    /// <summary>The lists of a description, each with the words that lead to it.</summary>
    public static IEnumerable<MemberList> In(string text)
    {
        foreach (var sentence in Sentences(text))
        {
            if (Find(sentence) is { } list)
            {
                yield return list;
            }
        }
    }

    private static MemberList? Find(string sentence)
    {
        foreach (var lead in Leads().Matches(sentence).Where(m => m.Success))
        {
            var before = sentence[..(lead.Index + lead.Length)];
            if (!Foreign().IsMatch(before) && !Refuses(before) && MemberReader.Read(sentence[before.Length..]) is { } members)
            {
                return new MemberList(new SpokenObject(members), before.TrimEnd(), Returning().IsMatch(before));
            }
        }

        return null;
    }

    /// <summary>Whether the words speak of refusals, and of no answer after that.</summary>
    private static bool Refuses(string before) =>
        Refusing().Matches(before) is [.., var refusal] && !(Returning().Matches(before) is [.., var answer] && answer.Index > refusal.Index);

    /// <summary>The sentences, in which brackets stay whole.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth = Math.Max(0, depth + (text[i] is '(' ? 1 : text[i] is ')' ? -1 : 0));
            var ends = text[i] is '\n' or ';' || (text[i] is '.' or '!' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (ends && depth == 0)
            {
                yield return text[from..i].Trim();
                from = i + 1;
            }
        }

        yield return text[Math.Min(from, text.Length)..].Trim();
    }

    /// <summary>Where a list may begin: behind a verb that tells, a colon, or "with" and "has".</summary>
    [GeneratedRegex(@"(?:\b(?:returns?|returning|tells|telling|gives(?: back)?|shows|showing|answers with|responds with|you get(?: back)?|(?:the )?(?:result|answer|response) (?:is|has|holds|contains|includes)|each (?:\w+ )?(?:has|with|shows|having|contains|includes|carries)|(?:a|an|every|the) \w+ (?:has|consists of|contains|includes|carries|shows)|with|including|containing|plus)|:)\s+(?:the (?:members|fields) )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leads();

    /// <summary>What leads to arguments, values, codes of errors or orders.</summary>
    [GeneratedRegex(@"\b(?:errors?|fails?|codes?|refused|rejected|raises|throws|filters?|filtered|search(?:es)? by|sort(?:ed|s)?|ordered|pass|send|provide|specify|give|given|requires?|required|needs?|must|either|one of|allowed|valid|values|e\.g|example|such as|takes?|accepts?|matches|matching|matched|unless|without|except|changes?|updates?|sets?|body|input|arguments?|parameters?|restrict|narrow|is|are)\b[^.:,]*(?::|\s)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\b(?:errors?|refus(?:als?|ed|es)|reject(?:ed|s|ions?)|fail(?:s|ed|ures?)?|reasons?|[45]\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refusing();

    [GeneratedRegex(@"\b(?:returns?|returning|tells|telling|gives(?: back)?|shows|showing|answers with|responds with|you get|result|answer|response|has|consists|contains)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Returning();
}
