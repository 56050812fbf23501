using System.Text.RegularExpressions;

namespace AgentScaler.Language.Values.Documents;

/// <summary>Varies documented examples: the same text with other digits.</summary>
public static class ExampleText
{
    private static readonly Regex Run = new(@"[0-9a-fA-F]{6,}|[0-9]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Returns a text like the example. Null if nothing in the example may vary.</summary>
    public static string? Like(string example, DeterministicRandom random)
    {
        if (!example.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var letters = example.ToCharArray();
        var changed = false;
        foreach (var match in Run.EnumerateMatches(example))
        {
            var run = example.AsSpan(match.Index, match.Length);
            var hexadecimal = run.ContainsAnyInRange('a', 'f') || run.ContainsAnyInRange('A', 'F');
            if ((hexadecimal && !run.ContainsAnyInRange('0', '9')) || IsPart(example, match.Index, match.Length))
            {
                continue;
            }

            for (var i = match.Index; i < match.Index + match.Length; i++)
            {
                if (char.IsAsciiDigit(letters[i]))
                {
                    // The first digit stays what it is where it says how large the number is: 0 or not 0.
                    letters[i] = i == match.Index && letters[i] == '0' ? '0' : (char)('0' + random.Between(i == match.Index ? 1 : 0, 9));
                    changed = true;
                }
                else if (hexadecimal)
                {
                    letters[i] = (char)((char.IsUpper(letters[i]) ? 'A' : 'a') + random.Below(6));
                }
            }
        }

        return changed ? new string(letters) : null;
    }

    /// <summary>Whether digits belong to a word: "s3", "utf8" and "x86_64" name one thing and would name nothing with other digits.</summary>
    private static bool IsPart(string text, int at, int length) => (length <= 3 && at > 0 && char.IsAsciiLetter(text[at - 1]))
        || (length <= 2 && at > 0 && text[at - 1] == '_');
}
