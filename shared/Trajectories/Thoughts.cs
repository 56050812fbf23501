namespace AgentScaler.Trajectories;

/// <summary>
/// Separates a model's thought from its reply where a server returns both as one text. Most templates open the thought themselves, so its end is often its
/// only mark.
/// </summary>
public static class Thoughts
{
    private const string Open = "<think>";
    private const string Close = "</think>";
    private const string Blanks = " \t\r\n";

    /// <summary>Marks of other families. They count only at the beginning of the text.</summary>
    private static readonly (string Open, string Close)[] Others =
    [
        (Open, Close), ("<thinking>", "</thinking>"), ("<thought>", "</thought>"), ("<reasoning>", "</reasoning>"), ("<seed:think>", "</seed:think>"),
        ("[THINK]", "[/THINK]"), ("◁think▷", "◁/think▷"), ("<|START_THINKING|>", "<|END_THINKING|>"), ("<|begin_of_thought|>", "<|end_of_thought|>"),
        ("<|channel>thought", "<channel|>"), ("<|open|>think<|sep|>", "<|close|>think<|sep|>"),
    ];

    /// <summary>Returns the thought, or null if there is none, and the reply. A thought without an end leaves no reply.</summary>
    public static (string? Thought, string? Said) Split(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny('<', '[', '◁') < 0)
        {
            return (null, text);
        }

        for (var at = text.Length; at > 0 && (at = text.LastIndexOf(Close, at - 1, StringComparison.Ordinal)) >= 0;)
        {
            if (!IsQuoted(text, at, Close.Length))
            {
                return (Without(Open, text[..at]), text[(at + Close.Length)..].TrimStart(Blanks.ToCharArray()));
            }
        }

        var trimmed = text.TrimStart(Blanks.ToCharArray());
        foreach (var (open, close) in Others)
        {
            if (trimmed.StartsWith(open, StringComparison.Ordinal))
            {
                var end = trimmed.LastIndexOf(close, StringComparison.Ordinal);
                return end < 0
                    ? (Without(open, trimmed), "")
                    : (Without(open, trimmed[..end]), trimmed[(end + close.Length)..].TrimStart(Blanks.ToCharArray()));
            }
        }

        return (null, text);
    }

    /// <summary>Whether a mark is only quoted: it is between quotation marks.</summary>
    private static bool IsQuoted(string text, int at, int length) =>
        at > 0 && at + length < text.Length && "`\"'“".Contains(text[at - 1]) && "`\"'”".Contains(text[at + length]);

    private static string Without(string open, string thought)
    {
        var trimmed = thought.Trim();
        return trimmed.StartsWith(open, StringComparison.Ordinal) ? trimmed[open.Length..].Trim() : trimmed;
    }
}
