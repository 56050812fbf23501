using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;
using AgentScaler.Trajectories.Markup;

namespace AgentScaler.Judging;

/// <summary>Finds words that only the simulation and chat templates use, regardless of case. <c>verify.py</c> has the same words.</summary>
internal static class Leaks
{
    private const string Quotes = "\"'`“”‘’";
    private const string Closing = ",.;:?!)-";

    /// <summary>Words of the simulation, which are wrong in every place.</summary>
    internal static IReadOnlyList<string> Words { get; } =
    [
        "as an ai language model", "as a large language model", "simulated user", "user simulator", "golden path",
        "golden_calls", "known_values", "answer_values", "###stop###",
    ];

    /// <summary>Marks of templates. They are wrong by themselves, and not in a sentence that mentions them.</summary>
    internal const string Marks =
        """</?tool_(calls?|response)>|<\|[a-z0-9_]+\|>|<｜[^<>｜\r\n]+｜>|\[/?inst\]|</?start_of_turn>|<end_of_turn>|\[tool_calls\]""";

    /// <summary>Finds every word and, inside other letters, a few false matches. Every match is checked closely.</summary>
    private static readonly SearchValues<string> WordSigns = SearchValues.Create([.. Words], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> MarkSigns = SearchValues.Create(
        ["<tool_", "</tool_", "<|", "<｜", "[inst]", "[/inst]", "_of_turn>", "[tool_calls]"], StringComparison.OrdinalIgnoreCase);

    private static readonly Regex Mark = new(Marks, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static Finding? Check(IReadOnlyList<ChatMessage> messages)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i] is { Role: "user" or "assistant", Content: { } content } && Find(content) is { } leak)
            {
                return new Finding(
                    ValidityRules.SimulationLeak.Name, string.Create(CultureInfo.InvariantCulture, $"message {i} says {CanonicalJson.ToText(leak)}"));
            }
        }

        return null;
    }

    private static string? Find(string content)
    {
        var (words, marks) = (content.AsSpan().ContainsAny(WordSigns), content.AsSpan().ContainsAny(MarkSigns));
        if (!words && !marks)
        {
            return null;
        }

        var lowered = Conversation.Lower(content);
        return (words ? Words.FirstOrDefault(word => lowered.Contains(word, StringComparison.Ordinal)) : null) ?? (marks ? FindMark(lowered) : null);
    }

    private static string? FindMark(string text)
    {
        SpokenOf? spoken = null;
        for (var match = Mark.Match(text); match.Success; match = match.NextMatch())
        {
            spoken ??= new SpokenOf(text);
            if (!spoken.InCode(match.Index) && !spoken.InExample(match.Index) && !IsQuoted(text, match) && !IsNamed(text, match, spoken))
            {
                return match.Value;
            }
        }

        return null;
    }

    private static bool IsQuoted(string text, Match mark) => Quotes.Contains(At(text, mark.Index - 1)) && Quotes.Contains(At(text, mark.Index + mark.Length));

    /// <summary>Whether a mark is in the middle of a sentence, or at the beginning of one that continues in words.</summary>
    private static bool IsNamed(string text, Match mark, SpokenOf spoken)
    {
        var (next, second) = (At(text, mark.Index + mark.Length), At(text, mark.Index + mark.Length + 1));
        var goesOn = next == ' ' && SpokenOf.IsWord(second);
        if (spoken.InSentence(mark.Index))
        {
            return goesOn || Closing.Contains(next);
        }

        return goesOn && (mark.Value.StartsWith("<tool_", StringComparison.Ordinal) || mark.Value == "[tool_calls]") && spoken.BeginsSentence(mark.Index);
    }

    private static char At(string text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';
}
