using System.Globalization;
using System.Text.RegularExpressions;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>How many rows a list tells at once where the call does not say: "twenty at a time", "pages of 50", "at most the 100 latest are returned".</summary>
internal static partial class PageSizes
{
    private const string Count = "(?<n>[0-9]{1,4}|ten|twelve|fifteen|twenty|twenty five|thirty|forty|fifty|sixty|a hundred|one hundred|two hundred|five hundred|a thousand)";

    private static readonly (string Word, int Number)[] Written =
    [
        ("ten", 10), ("twelve", 12), ("fifteen", 15), ("twenty", 20), ("twenty five", 25), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
        ("a hundred", 100), ("one hundred", 100), ("two hundred", 200), ("five hundred", 500), ("a thousand", 1000),
    ];

    /// <summary>The number that a default does not say; null where the texts say none.</summary>
    public static int? Of(ToolReading reading) => reading.Parameters.Any(p => p is { Role: ParameterRole.Limit, Node.Default.IsNumber: true }) ? null
        : SentenceSplitter.Sentences($"{reading.Tool.Description}\n{reading.Returns.Description}").Select(s => Read(Wording.Of(s))).FirstOrDefault(n => n is not null);

    public static int? Read(string words) => !words.Contains(" may ", StringComparison.Ordinal) && Pages().Match(words) is { Success: true } match
        && Number(match.Groups["n"].Value) is > 1 and var number ? number : null;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Written.First(w => w.Word == text).Number;

    [GeneratedRegex($@"\b(?:{Count}(?:\s\w+)? (?:at a time|at once|per page|to a page|a page|each page|on a page)\b|pages? of(?: at most| up to)? {Count}\s|(?:a|each|every|one) page (?:holds|has|contains|is)(?: at most| up to)? {Count}\s|(?:returns|return|lists|shows|gives)(?: only)? (?:at most|up to|a maximum of|no more than)(?: the)? {Count}\s|(?:at most|up to|no more than|a maximum of) {Count} (?:\w+\s){{1,3}}(?:are|is) (?:returned|listed|shown|told)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Pages();
}
