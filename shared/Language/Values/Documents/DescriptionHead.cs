using System.Text.RegularExpressions;

namespace AgentScaler.Language.Values.Documents;

/// <summary>Reads the kind of a value from the first sentence of its description: "The ARN of the role" speaks of an ARN, "ISO 4217" of a currency.</summary>
public static class DescriptionHead
{
    private const int MostRead = 300;
    private const int MostWords = 4;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (Regex Words, string Kind)[] Standards =
    [
        Standard(@"\bISO[- ]?4217\b|\bcurrency code\b", "currency"),
        Standard(@"\bISO[- ]?3166(-1)?[- ]alpha[- ]?3\b|three-letter country", "alpha_3"),
        Standard(@"\bISO[- ]?3166\b|\balpha-2\b|two-letter country", "country_code"),
        Standard(@"\bBCP[- ]?47\b|\blanguage tag\b|\bIETF language\b", "locale"),
        Standard(@"\bISO[- ]?639\b|two-letter language|\blanguage code\b", "language_code"),
        Standard(@"\bMIME type\b|\bmedia type\b|\bcontent type\b", "mime_type"),
        Standard(@"\bIANA time zone\b|\btz database\b|\btime zone\b|\bOlson\b", "time_zone"),
        Standard(@"\bCIDR\b", "cidr"),
        Standard(@"\bE\.164\b|\bphone number\b", "phone"),
        Standard(@"\bIATA\b", "iata"),
        Standard(@"\bICAO\b", "icao"),
        Standard(@"\bcron\b", "cron"),
        Standard(@"\bAmazon Resource Name\b|\bARN\b", "arn"),
        Standard(@"\be-?mail address\b", "email"),
        Standard(@"\bIPv6 address\b", "ipv6"),
        Standard(@"\bIP address\b|\bIPv4 address\b", "ip"),
        Standard(@"\bMAC address\b", "mac"),
        Standard(@"\bregular expression\b|\bregex\b", "regex"),
        Standard(@"\bSHA-?256\b", "sha256"),
        Standard(@"\bSHA-?1\b", "sha1"),
        Standard(@"\bMD5\b", "md5"),
        Standard(@"\bUUID\b|\bGUID\b", "request_id"),
        Standard(@"\bbase-?64\b", "base64"),
        Standard(@"\bPEM\b", "pem"),
        Standard(@"\bIBAN\b", "iban"),
        Standard(@"\bBIC\b|\bSWIFT\b", "bic"),
        Standard(@"\bSQL\b", "sql"),
        Standard(@"\bJSON\b", "json"),
        Standard(@"\bHTML\b", "html"),
        Standard(@"\bXPath\b|CSS selector", "xpath"),
        Standard(@"\bURLs?\b|\bURIs?\b|\bhyperlink\b", "url"),
        Standard(@"\bhex(adecimal)? colou?r\b|\bcolou?r in hex", "hex_color"),
        Standard(@"\bpostal code\b|\bzip code\b", "postal_code"),
        Standard(@"\bcomma[- ]separated list of (\w+ )?ids?\b", "number"),
        Standard(@"\bhostname\b|\bfully qualified domain\b", "host"),
        Standard(@"\bfile ?name\b", "file_name"),
        Standard(@"\bpath (to|of)\b", "path"),
    ];

    private static readonly Regex Opening = new(
        @"^\s*((\[[^\]]*\]|\([^)]*\)|\*\*?[^*]+\*\*?|required|optional|output only|input only|immutable|deprecated|read[- ]only|conditional)[.:;,]?\s*)+",
            Linear);

    private static readonly Regex Saying = new(
        @"^(this (field |parameter |value |property |is )?)?(is |can be |specifies |indicates |contains |represents |describes |provides |identifies |defines |sets |returns |shows |states |determines |denotes |holds |gives |specify |enter |provide )?(whether )?(the|a|an|your|its|any|all|one of the)?\s*",
            Linear);

    private static readonly HashSet<string> Qualifiers = new(StringComparer.Ordinal)
    {
        "unique", "full", "new", "current", "specific", "optional", "required", "human", "readable", "friendly", "actual", "given", "desired", "raw",
        "short", "original", "following", "first", "second", "system", "generated", "own", "exact", "valid", "overall", "client", "specified", "particular",
        "custom", "corresponding", "main", "default", "optional", "fully", "qualified", "initial", "last", "previous", "next", "possible", "additional",
    };

    private static readonly HashSet<string> Breaks = new(StringComparer.Ordinal)
    {
        "of", "for", "that", "to", "in", "on", "used", "is", "from", "which", "where", "with", "by", "when", "at", "as", "and", "are", "was", "associated",
        "assigned", "has", "must", "should", "returned", "will", "you", "if", "can", "may", "given", "this", "the", "a", "whose", "be", "provided", "shown",
        "displayed", "about", "under", "within", "being", "required", "containing", "describing", "identifying", "specified", "if", "such", "into", "using",
        "between",
    };

    /// <summary>Returns the kind of a standard that the first sentence names. Null if it names none.</summary>
    public static string? Standard(string? description)
    {
        if (string.IsNullOrWhiteSpace(description))
        {
            return null;
        }

        var sentence = First(description);
        return Standards.FirstOrDefault(s => s.Words.IsMatch(sentence)).Kind;
    }

    /// <summary>
    /// Returns the noun at the beginning of the first sentence with the words before it: "The billing account name of" gives "billing account name".
    /// </summary>
    public static string? Noun(string? description)
    {
        if (string.IsNullOrWhiteSpace(description))
        {
            return null;
        }

        var sentence = First(description);
        sentence = Opening.Replace(sentence, "");
        sentence = Saying.Replace(sentence, "");
        var end = sentence.IndexOfAny([',', '.', ';', ':', '(', '\n', '[', '<', '"', '`']);
        var words = Words.Split(end < 0 ? sentence : sentence[..end]).TakeWhile((w, at) => !Breaks.Contains(w) && (at == 0
            || !w.EndsWith("ed", StringComparison.Ordinal))).ToList();
        while (words.Count > 1 && Qualifiers.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        return words.Count is 0 or > MostWords ? null : string.Join(' ', words);
    }

    private static string First(string description)
    {
        var text = description.Length > MostRead ? description[..MostRead] : description;
        // "Required." and the like open a sentence and are none.
        var from = Opening.Match(text) is { Success: true } opening ? opening.Length : 0;
        var end = text.IndexOf(". ", from, StringComparison.Ordinal);
        return end < 0 ? text[from..] : text[from..end];
    }

    private static (Regex Words, string Kind) Standard(string words, string kind) => (new Regex(words, Linear), kind);
}
