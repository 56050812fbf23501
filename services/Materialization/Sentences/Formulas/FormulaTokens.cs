using System.Globalization;
using System.Text.RegularExpressions;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Formulas;

/// <summary>The tokens of a sentence that may hold a formula: words in lower case, numbers, and signs of arithmetic.</summary>
internal static partial class FormulaTokens
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["×"] = "*",
        ["·"] = "*",
        ["*"] = "*",
        ["+"] = "+",
        ["−"] = "-",
        ["-"] = "-",
        ["="] = "=",
        [":="] = "=",
        ["("] = "(",
        [")"] = ")",
        [","] = ",",
        ["%"] = "%",
    };

    private static readonly Dictionary<string, string> Small = new(StringComparer.Ordinal)
    {
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["twelve"] = "12",
        ["fourteen"] = "14",
        ["thirty"] = "30",
        ["percent"] = "%",
    };

    public static IReadOnlyList<string> Of(string text) =>
        [.. Token().Matches(text.Replace("'s ", " ", StringComparison.Ordinal).Replace("’s ", " ", StringComparison.Ordinal).Replace("per cent", "percent", StringComparison.Ordinal))
            .SelectMany(m => Read(m.Value))];

    public static bool IsNumber(string token) => char.IsAsciiDigit(token[0]);

    public static decimal Number(string token) => decimal.Parse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Read(string token) => Signs.TryGetValue(token, out var sign) ? [sign]
        : char.IsAsciiDigit(token[0]) ? [token.Replace(",", "", StringComparison.Ordinal).TrimEnd('.')]
        : token == "x" ? ["*"]
        : Words.Split(token).Select(w => Small.GetValueOrDefault(w, w));

    /// <summary>A hyphen is a sign only between blanks; elsewhere it is a part of a word.</summary>
    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|:=|(?<=\s)[-−–](?=\s)|[×·*+=(),%]|[\p{L}_][\p{L}\p{N}_.\-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
