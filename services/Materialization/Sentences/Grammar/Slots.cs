using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>What stands in the slots of a form that matched.</summary>
internal sealed class Slots(Match match)
{
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "its", "their", "this", "that", "these", "those", "any", "all", "each", "every", "his", "her", "your", "our", "specified", "given",
        "requested", "same", "provided", "whole", "entire", "some", "no", "selected", "such", "corresponding", "respective", "associated", "both", "single", "if", "when", "that", "and", "or", "of", "then",
    };

    /// <summary>The words of a slot without articles in front; empty where the slot was not filled.</summary>
    public string this[string name]
    {
        get
        {
            var words = match.Groups[name].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            while (words.Count > 1 && Articles.Contains(words[0]))
            {
                words.RemoveAt(0);
            }

            return string.Join(' ', words.Where((word, at) => at == 0 || word is not ("the" or "a" or "an" or "its" or "their"))).Trim(',', ' ');
        }
    }

    /// <summary>The words of a slot as they are written: a clause with its subject.</summary>
    public string Clause(string name) => match.Groups[name].Value.Trim(',', ' ');

    public bool Has(string name) => match.Groups[name].Success;

    /// <summary>The number of a slot, written in digits or in words.</summary>
    public double Number(string name)
    {
        var text = this[name];
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : text.EndsWith("single", StringComparison.Ordinal) ? 1
            : Array.IndexOf(Small, text);
    }

    /// <summary>What stands between commas, "or", "and" and "nor".</summary>
    public IReadOnlyList<string> List(string name) => [.. this[name].Replace(" or ", " , ", StringComparison.Ordinal)
        .Replace(" and ", " , ", StringComparison.Ordinal).Replace(" nor ", " , ", StringComparison.Ordinal)
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(w => w.StartsWith("or ", StringComparison.Ordinal) ? w[3..] : w.StartsWith("and ", StringComparison.Ordinal) ? w[4..] : w)
        .Select(w => w.EndsWith(" or", StringComparison.Ordinal) ? "" : w)];
}
