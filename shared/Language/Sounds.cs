namespace AgentScaler.Language;

/// <summary>How English words sound at their beginning, as far as an article needs it. The tests are the specification.</summary>
internal static class Sounds
{
    private const string Vowels = "aeiou";

    /// <summary>Letters whose names begin with a vowel: em, ess, aitch.</summary>
    private const string VowelNames = "aefhilmnorsx";

    /// <summary>Abbreviations that are spelled out although they could be read as words.</summary>
    private static readonly HashSet<string> SpelledOut = new(StringComparer.Ordinal)
    {
        "faq", "mri", "sla", "nda", "roi", "rfi", "mba", "fbi", "url", "uri", "uuid", "uid", "upc", "usb", "usd", "us", "utc", "utm", "ui", "ux",
    };

    private static readonly string[] SilentH = ["hour", "honest", "honor", "honour", "heir"];

    /// <summary>Beginnings in which un- stands before an i, so that the u is heard as in under.</summary>
    private static readonly string[] Negated = ["unin", "unim", "unide", "uniss"];

    public static bool BeginsWithVowel(string phrase)
    {
        var end = phrase.AsSpan().IndexOfAny(' ', '-');
        var written = end < 0 ? phrase : phrase[..end];
        var word = written.ToLowerInvariant();
        return word.Length > 0 && (char.IsAsciiDigit(word[0]) ? Number(word)
            : IsSpelledOut(written, word) ? VowelNames.Contains(word[0], StringComparison.Ordinal)
            : Spoken(word));
    }

    /// <summary>Eight, eighty, eleven, eighteen; not one hundred and ten.</summary>
    private static bool Number(string word)
    {
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return word[0] == '8' || (digits % 3 == 2 && word[..2] is "11" or "18");
    }

    /// <summary>Whether the letters are said one by one: capitals, a lone letter, letters without any vowel, and those that are known.</summary>
    private static bool IsSpelledOut(string written, string word)
    {
        var letters = word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length == 1 || SpelledOut.Contains(letters) || letters.AsSpan().IndexOfAny("aeiouy") < 0
            || (written.Length > 1 && written.All(char.IsAsciiLetterUpper));
    }

    private static bool Spoken(string word) =>
        Array.Exists(SilentH, h => word.StartsWith(h, StringComparison.Ordinal))
        || (Vowels.Contains(word[0], StringComparison.Ordinal) && !SaidAsYou(word) && word is not ("one" or "ones" or "once"));

    /// <summary>A user, a utility, a unit, a European; but an upload, an unopened letter, an uninvited guest.</summary>
    private static bool SaidAsYou(string word) =>
        word.StartsWith("eu", StringComparison.Ordinal)
        || (word[0] == 'u' && word.Length > 2 && !Vowels.Contains(word[1], StringComparison.Ordinal) && Vowels.Contains(word[2], StringComparison.Ordinal)
            && (word[1] switch
            {
                'n' => word[2] == 'i' && !Array.Exists(Negated, n => word.StartsWith(n, StringComparison.Ordinal)),
                'p' => false,
                _ => true,
            }));
}
