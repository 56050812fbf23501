using System.Text.RegularExpressions;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>Reads names between commas and "and", each with what stands in brackets behind it: "crate_id, state (full, empty) and its labels".</summary>
internal sealed partial class MemberReader
{
    private const int Most = 40;
    private const int LongestName = 3;

    private readonly string _text;
    private int _at;

    private MemberReader(string text) => _text = text;

    /// <summary>The members with which a text begins; null where it does not begin with at least two of them, one of which is written as a name is.</summary>
    public static IReadOnlyList<SpokenMember>? Read(string text) => Members(text) is { } found && found.Members.Count > 1 && found.Written > 0
        && (found.Members.Count > 2 || found.Written > 1) ? found.Members : null;

    private static (List<SpokenMember> Members, int Written)? Members(string text)
    {
        var reader = new MemberReader(text);
        var (members, written) = (new List<SpokenMember>(), 0);
        do
        {
            var match = Item().Match(text, reader._at);
            if (!match.Success || members.Count == Most || Name(match) is not { } name)
            {
                break;
            }

            reader._at = match.Index + match.Length;
            var note = reader.Note();
            written += match.Groups["written"].Success ? 1 : 0;
            members.Add(Member(name, note.Length > 0 ? note : match.Groups["rest"].Value.Trim()));
        }
        while (reader.Separator());
        return members.Count > 0 ? (members, written) : null;
    }

    /// <summary>The name of an item as it is written, or the few plain words that stand for it.</summary>
    private static string? Name(Match item)
    {
        if (item.Groups["written"] is { Success: true } written)
        {
            return written.Value.Trim('`', '\'', '"');
        }

        var words = item.Groups["plain"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= LongestName && !Other().IsMatch(item.Groups["plain"].Value) ? string.Join('_', words) : null;
    }

    /// <summary>What stands in brackets at the place, which the reader passes over.</summary>
    private string Note()
    {
        var from = _at;
        while (from < _text.Length && _text[from] == ' ')
        {
            from++;
        }

        if (from >= _text.Length || _text[from] != '(')
        {
            return "";
        }

        var depth = 0;
        for (var i = from; i < _text.Length; i++)
        {
            depth += _text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                _at = i + 1;
                return _text[(from + 1)..i].Trim();
            }
        }

        return "";
    }

    private bool Separator()
    {
        var match = Between().Match(_text, _at);
        _at += match.Length;
        return match.Success;
    }

    private static SpokenMember Member(string name, string note) => new(name, false, Type(name, note), note);

    /// <summary>What a note says of the values: their type, the values themselves, or the members of each entry of a list.</summary>
    private static SpokenType? Type(string name, string note)
    {
        if (Entries().Match(note) is { Success: true } entries && Members(entries.Groups["members"].Value) is { Members.Count: > 1 } inner)
        {
            return new SpokenList(new SpokenObject(inner.Members));
        }

        if (Typed().Match(note) is { Success: true } typed)
        {
            return new SpokenWord(typed.Groups["type"].Value);
        }

        var chosen = Choice().Match(note);
        var values = chosen.Success
            ? Commas().Split(chosen.Groups["values"].Value).Select(v => v.Trim(' ', '`', '\'', '"')).Where(v => v.Length > 0).ToList() : [];
        return values.Count < 2 || values.Contains("null") ? null
            : values is ["true" or "false" or "yes" or "no", _] ? new SpokenWord("bool")
            : note.Contains(" and ", StringComparison.Ordinal) && !IsKind(name) ? null
            : new SpokenWord(string.Join('|', values));
    }

    private static bool IsKind(string name) => Words.OfMember(name)[^1] is "status" or "state" or "type" or "kind" or "size" or "level" or "category" or "role"
        or "mode"
        or "tier" or "grade" or "method" or "severity" or "priority" or "stage" or "class" or "reason" or "result" or "outcome";

    /// <summary>An item: a written name with a few words about it, or plain words.</summary>
    [GeneratedRegex(@"\G(?:(?:the|its|their|a|an|all|also|both|any|current|new)\s+)*(?:(?<written>`[A-Za-z]\w*`|[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]+[a-z0-9]*(?:[A-Z][a-z0-9]+)+)(?<rest>(?:\s(?!and\b|plus\b|as well|together|along|if\b|when\b|unless\b)[\w'-]+){0,4}?(?=\s*(?:[,(]|$|\s(?:and|plus|as well as)\s))|)|(?<plain>[a-z][a-z-]*(?:\s(?!and\b|plus\b|as well|or\b)[a-z]+){0,2})(?=\s*(?:[,(.]|$|\s(?:and|plus|as well as)\s)))", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"\G(?:\s*,\s*(?:(?:and|plus|as well as|together with)\s+)?|\s+(?:and|plus|as well as|together with|along with)\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    /// <summary>Words with which no member begins, or which say something of the whole.</summary>
    [GeneratedRegex(@"^(?:sorted|ordered|grouped|newest|oldest|latest|earliest|cheapest|most|least|unless|if|or|but|where|when|which|who|whose|that|in|so|then|from|with|for|at|up|only|without|not|no|by|on|it|they|this|these|and|to|as|until|while|otherwise|counted|starting|beginning|alphabetically|limited|per|of|once)\b|\b(?:is|are|be|has|have|was|were|will|can|cannot|must|may|first|last|order|by)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex(@"^(?:(?:an? )?(?:list|array)(?: of \w+)?,? )?(?:each )?(?:with|of|has)?\s*(?:each )?(?:with|having|has)\s+(?<members>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Entries();

    [GeneratedRegex(@"^(?:an? )?(?:ISO[ -]?8601 )?(?<type>string|text|integer|int|number|float|decimal|boolean|bool|date|datetime|timestamp)\b(?! (?:of|when|on|by|that|at))|^(?<type>date)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^(?:(?:one of|either|is|can be|values?:?):?\s+)?(?<values>[`'""]?[A-Za-z][\w-]*[`'""]?(?:(?:\s*[,/|]\s*(?:or |and )?|\s(?:or|and)\s)[`'""]?[A-Za-z][\w-]*[`'""]?)+)(?=\s*(?:$|;))", RegexOptions.CultureInvariant)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\s*[,/|]\s*(?:or |and )?|\s(?:or|and)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Commas();
}
