using AgentScaler.Language.Values.Documents;
using AgentScaler.Language.Values.Vocabulary;
using AgentScaler.Language.Values.Vocabulary.Kinds;

namespace AgentScaler.Language.Values;

/// <summary>
/// Texts of the kind that a column's name tells, or else its description: several words of the name before one, the name
/// before the description, and a name of a thing by the thing.
/// </summary>
internal static class KindedText
{
    /// <summary>Meanings whose texts have one form, whatever else a single word of the name may mean.</summary>
    private static readonly HashSet<string> Settled = new(StringComparer.Ordinal)
    {
        "email", "phone", "person_name", "first_name", "last_name", "username", "city", "country", "country_code", "airport", "timezone", "latitude",
        "longitude", "street", "address", "postal_code", "ip_address", "ipv6_address", "currency", "money", "uuid", "id", "date", "datetime", "time",
        "iso_duration", "year", "month",
    };

    /// <summary>Meanings whose form every check demands, so that no words of a name may tell otherwise.</summary>
    private static readonly HashSet<string> Formal = new(StringComparer.Ordinal) { "date", "datetime", "uuid", "email" };

    /// <summary>Words that tell too little of a value for their kind to go before the description's.</summary>
    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "value", "data", "info", "information", "input", "output", "result", "text", "string", "content", "parameter", "attribute", "property", "option",
        "config", "configuration", "setting", "number", "code", "type", "object", "field", "detail", "q", "x", "key", "tag", "target", "source", "label",
        "filter", "extra", "metadata", "resource", "entity", "record", "reference", "choice", "condition", "values", "point", "unit", "element", "material",
        "component", "class", "prefix", "name", "identifier", "title", "subject", "location", "category", "method", "action", "mode", "format", "model",
        "topic", "status", "state", "level", "position",
    };

    /// <summary>Words after which a name goes on about the same value: a comparison, a language, a turn in a form.</summary>
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "en", "us", "list", "string", "text", "value", "field", "old", "new", "current", "raw", "formatted", "display", "local", "contains", "icontains",
        "iexact", "iregex", "startswith", "istartswith", "endswith", "iendswith", "regex", "eq", "ne", "gt", "gte", "lt", "lte", "not", "any", "all", "ex",
        "override", "default", "internal", "external", "csv", "array", "enum", "original", "final", "primary", "secondary", "other", "input", "filter",
        "short", "long", "full", "expected", "actual", "preference", "info", "information", "data", "detail", "entry", "selected", "requested", "exact",
        "like", "param", "parameter", "attribute", "search", "update", "item", "wildcard", "query", "readable", "plural", "singular", "html", "after",
        "before", "iana", "utc", "ts", "equal", "gteq", "lteq", "sec", "secs", "ms", "hint", "range", "int", "float", "xml", "json", "iso", "nav",
        "representation",
    };

    /// <summary>Nouns with which names are written together.</summary>
    private static readonly string[] Tails =
    [
        "address", "number", "country", "status", "message", "amount", "price", "title", "email", "phone", "image", "count", "value", "level", "group",
        "name", "type", "code", "date", "time", "text", "line", "body", "city", "url", "uri", "key", "id", "by",
    ];

    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal)
    {
        "of", "for", "to", "in", "on", "from", "with", "by", "per", "at", "as", "or", "and", "if", "via", "that", "used", "within",
    };

    /// <summary>Returns a text, or null if neither the name nor the description tells its kind.</summary>
    public static DrawnText? Draw(string? semantic, TextSubject subject, DeterministicRandom random)
    {
        if (subject.Words.Count == 0)
        {
            return Described(subject, random);
        }

        semantic ??= Semantics.Of(string.Join('_', subject.Words), NodeKind.String, null, subject.Owner);
        return (semantic is not null && Formal.Contains(semantic) ? Meant(semantic, subject, random) : null)
            ?? Listed(semantic, subject, random)
            ?? ByWords(subject, random)
            ?? Flag(subject, random)
            ?? AsCode(semantic, subject, random)
            ?? (semantic is not null && Settled.Contains(semantic) ? Meant(semantic, subject, random) : null)
            ?? Written(KindLexicon.OfOwner(subject), subject, random)
            ?? (ThingNames.Asked(subject) ? Called(subject, random) : null)
            ?? (Vague.Contains(subject.Words[^1]) ? Described(subject, random) : null)
            ?? Written(KindLexicon.OfWord(subject.Words), subject, random)
            ?? Identifier(subject, random)
            ?? Shortened(subject, random)
            ?? Described(subject, random)
            ?? (Topics.Of(subject.Words, subject.Owner) is { } names ? new DrawnText(random.Pick(names), ValueOrigin.Lexicon) : default(DrawnText?))
            ?? (semantic is null ? null : Meant(semantic, subject, random))
            ?? ThingNames.Referred(subject, random);
    }

    /// <summary>Names that ask a question, "is_active" and "emailSent", are answered by yes or no, in whatever type.</summary>
    private static DrawnText? Flag(TextSubject subject, DeterministicRandom random) =>
        subject.Words.Count > 1 && (subject.Words[0] is "is" or "has" or "can" or "should" or "was" or "does" or "needs"
            or "allows" || subject.Words[^1] is "sent" or "enabled" or "allowed" or "required" or "banned" or "flag")
            ? Written(KindLexicon.Named("flag"), subject, random) : null;

    /// <summary>A country is written as a code where the description says so.</summary>
    private static DrawnText? AsCode(string? semantic, TextSubject subject, DeterministicRandom random) =>
        semantic == "country" && DescriptionHead.Standard(subject.Description) is ("country_code" or "alpha_3") and var code
            ? Written(KindLexicon.Named(code), subject, random) : null;

    /// <summary>Codes, names and sentences that the name tells together with the table it stands in.</summary>
    private static DrawnText? Listed(string? semantic, TextSubject subject, DeterministicRandom random)
    {
        if (semantic is null or "code" && Codes.Of(subject.Words, subject.Owner, random) is { } code)
        {
            return new DrawnText(code, ValueOrigin.Lexicon);
        }

        var list = semantic switch
        {
            "text" => Remarks.Of(Words.Split(subject.Name), subject.Owner),
            "name" or "title" or "company" or "product" => Topics.Of(subject.Words, subject.Owner),
            _ => null,
        };
        return list is null ? default(DrawnText?) : new DrawnText(random.Pick(list), ValueOrigin.Lexicon);
    }

    private static DrawnText? ByWords(TextSubject subject, DeterministicRandom random) => Written(KindLexicon.OfWords(subject), subject, random);

    private static DrawnText? Written(TextKind? kind, TextSubject subject, DeterministicRandom random) =>
        kind is null ? default(DrawnText?) : new DrawnText(kind.Write(subject, random), ValueOrigin.Lexicon, kind.Open);

    private static DrawnText? Meant(string semantic, TextSubject subject, DeterministicRandom random) =>
        SemanticText.OfMeaning(semantic, subject.Name, random) is { } text ? new DrawnText(text, ValueOrigin.Lexicon)
        : Written(KindLexicon.Named(semantic), subject, random);

    /// <summary>A name: by the description where it names a standard, else by the thing.</summary>
    private static DrawnText? Called(TextSubject subject, DeterministicRandom random) =>
        subject.Words is [.., "title"] && KindLexicon.Named("title") is { } title && subject.Words.Count == 1 ? Written(title, subject, random)
            : ThingNames.Draw(subject, random);

    /// <summary>What ends in "identifier" or "ref" is a key, by whatever word of its own.</summary>
    private static DrawnText? Identifier(TextSubject subject, DeterministicRandom random) =>
        subject.Words[^1] is "id" or "ids" or "identifier" or "uid" or "gid" or "guid" or "uuid" or "ident" or "identification" or "ref" or "oid"
            or "urn" or "no" or "nr" or "num" or "pk" or "cid" or "pid" or "cuid" or "did" or "eid" or "lid" or "iid" or "fid" or "tid" or "ulid"
            or "puid" or "xid" or "sid"
            ? new DrawnText(SemanticText.OfMeaning(subject.Words[^1] is "guid"
                or "uuid" ? "uuid" : "id", Root(subject), random)!, ValueOrigin.Lexicon) : default(DrawnText?);

    private static string Root(TextSubject subject) =>
        subject.Words.Count > 1 ? string.Join('_', subject.Words.SkipLast(1)) : subject.OwnerWords.Count > 0 ? subject.Thing : "ref";

    /// <summary>The name without what stands behind its noun: "text to search" is a text, "city icontains" a city.</summary>
    private static DrawnText? Shortened(TextSubject subject, DeterministicRandom random)
    {
        var words = subject.Words;
        var joint = words.Skip(1).TakeWhile(w => !Joints.Contains(w)).Count() + 1;
        IReadOnlyList<string> rest = joint < words.Count ? [.. words.Take(joint)]
            : words.Count > 1 && (Endings.Contains(words[^1]) || Endings.Contains(words[^1] + "s") || words[^1].All(char.IsAsciiDigit)
                || words[^1].Length == 1 || (words[^1].Length == 2 && char.IsAsciiDigit(words[^1][1]))) ? [.. words.SkipLast(1)]
            : Parted(words[^1]) is { } parts ? [.. words.SkipLast(1), .. parts]
            : words[^1].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 2 } plain && plain.Length < words[^1].Length
                ? [.. words.SkipLast(1), plain] : [];
        if (rest.Count == 0)
        {
            return null;
        }

        return Draw(null, new TextSubject(string.Join(' ', rest), subject.Owner), random);
    }

    /// <summary>A word that was written together: "cardname" is the name of a card.</summary>
    private static string[]? Parted(string word) =>
        Tails.FirstOrDefault(t => word.Length > t.Length + 2 && word.EndsWith(t, StringComparison.Ordinal)) is { } tail
            ? [word[..^tail.Length], tail] : null;

    /// <summary>By the description: a standard that it names, or the noun that it begins with.</summary>
    private static DrawnText? Described(TextSubject subject, DeterministicRandom random)
    {
        if (subject.Description is null)
        {
            return null;
        }

        if (DescriptionHead.Noun(subject.Description) is { } noun)
        {
            var told = new TextSubject(noun, subject.Owner);
            if (told.Words is [.., var last] && last == subject.Words.LastOrDefault())
            {
                // The sentence speaks of what the name says; only words before it can tell more.
                return ByWords(new TextSubject(noun), random);
            }

            if (told.Words.Count > 0 && (ByWords(told, random) ?? (Vague.Contains(told.Words[^1]) ? null : ByNoun(told, random))) is { } drawn)
            {
                return drawn;
            }
        }

        return DescriptionHead.Standard(subject.Description) is { } kind ? Written(KindLexicon.Named(kind), subject, random) : null;
    }

    private static DrawnText? ByNoun(TextSubject told, DeterministicRandom random) =>
        Semantics.Of(told.Name, NodeKind.String, null, null) is { } semantic && Settled.Contains(semantic) ? Meant(semantic, told, random)
        : Written(KindLexicon.OfWord(told.Words), told, random) ?? Identifier(told, random);
}
