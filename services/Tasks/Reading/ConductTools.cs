using AgentScaler.Environments;
using AgentScaler.Language;

namespace AgentScaler.Tasks.Reading;

/// <summary>
/// Recognises tools with which an agent conducts itself and the conversation, and does not use the domain: thinking, handing over to a person,
/// ending. No user asks for their answers. A tool that writes a row is a write like any other.
/// </summary>
internal static class ConductTools
{
    private static readonly HashSet<string> Thoughts =
        new(StringComparer.Ordinal) { "think", "thinking", "reflect", "ponder", "brainstorm", "scratchpad", "reasoning", "sequentialthinking" };

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "transfer", "escalate", "handoff", "handover", "hand", "forward", "route",
        "connect", "pass", "delegate", "redirect", "switch" };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "human", "humans", "person", "agent", "agents", "operator", "representative", "rep", "supervisor", "specialist", "support", "staff", "colleague",
            "manager", "someone", "off", "over",
    };

    private static readonly HashSet<string> Endings =
        new(StringComparer.Ordinal) { "end", "finish", "complete", "terminate", "stop", "conclude", "exit", "close" };

    private static readonly HashSet<string> Talks =
        new(StringComparer.Ordinal) { "conversation", "chat", "dialog", "dialogue", "session", "task", "turn", "episode" };

    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal) { "respond", "reply", "answer", "ask", "clarify", "prompt" };

    /// <param name="touches">Whether the tool's program reads or writes a table.</param>
    public static bool Is(EnvironmentTool tool, bool touches)
    {
        var words = Words.Split(tool.SourceName ?? tool.Name);
        if (touches || words.Count == 0)
        {
            return false;
        }

        return Thoughts.Contains(words[0]) || words.Any(w => w is "handoff" or "handover")
            || (words.FindPair(Passing.Contains, People.Contains))
            || (words.Count <= 3 && words.FindPair(Endings.Contains, Talks.Contains))
            || (words.Count <= 4 && Answers.Contains(words[0]) && words[^1] is "user" or "customer");
    }

    private static bool FindPair(this IReadOnlyList<string> words, Func<string, bool> first, Func<string, bool> second)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (first(words[i]) && words.Skip(i + 1).Any(second))
            {
                return true;
            }
        }

        return false;
    }
}
