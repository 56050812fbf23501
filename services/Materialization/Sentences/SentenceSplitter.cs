using System.Text.RegularExpressions;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Sentences;

/// <summary>Cuts a tool's documentation into sentences: its description, its parameters' descriptions and its declared refusals.</summary>
internal static partial class SentenceSplitter
{
    private const int MaxSentences = 120;
    private const int MaxLength = 400;
    private static readonly string[] Abbreviations = ["e.g", "i.e", "etc", "vs", "no", "incl", "max", "min", "approx"];

    public static IReadOnlyList<Sentence> Of(ToolSpecification tool, IReadOnlyList<ToolParameter> parameters)
    {
        var found = new List<Sentence>();
        if (!tool.DescriptionDerived)
        {
            found.AddRange(Sentences(tool.Description).Select(text => new Sentence(text)));
        }

        foreach (var parameter in parameters)
        {
            found.AddRange(Sentences(parameter.Node.Description ?? "").Select(text => new Sentence(text) { Parameter = parameter.Name }));
        }

        foreach (var refusal in (tool.Errors ?? []).Where(e => e.Status.StartsWith('4') && e.Status is not "401"))
        {
            found.AddRange(Sentences(refusal.Description ?? "").Select(text => new Sentence(text) { Status = refusal.Status }));
        }

        return [.. found.DistinctBy(s => (s.Words, s.Parameter, s.Status)).Take(MaxSentences)];
    }

    /// <summary>The sentences of a text without markup, links and blank lines. A text that is longer than any sentence of a person is passed over.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var plain = Enclosed().Replace(ListedConditions.Unfold(Markup().Replace(Link().Replace(text, "$1"), " ")), m => m.Value.Replace(';', ','));
        foreach (var line in plain.Split(['\n', '\r', ';', '•', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var sentence in Cut(line.TrimStart('-', '*', '#', '>', ' ')))
            {
                var trimmed = Blanks().Replace(sentence, " ").Trim();
                if (trimmed.Length is > 2 and < MaxLength && trimmed.Any(char.IsLetter))
                {
                    yield return trimmed;
                }
            }
        }
    }

    /// <summary>A point ends a sentence where a blank follows, and where it belongs to no abbreviation.</summary>
    private static IEnumerable<string> Cut(string line)
    {
        var from = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is not ('.' or '!' or '?') || (i + 1 < line.Length && !char.IsWhiteSpace(line[i + 1])))
            {
                continue;
            }

            var word = line[from..i].Split(' ')[^1].TrimStart('(');
            if (line[i] == '.' && Abbreviations.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            yield return line[from..i];
            from = i + 1;
        }

        yield return line[from..];
    }

    [GeneratedRegex(@"<[a-zA-Z/][^<>]{0,200}>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"!?\[([^\[\]]{0,200})\]\([^()]{0,300}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    /// <summary>What stands in brackets belongs to one sentence.</summary>
    [GeneratedRegex(@"\([^()\n]{0,200}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Enclosed();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
