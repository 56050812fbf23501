using System.Runtime.InteropServices;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Judging;

/// <summary>Finds loops of calls and degenerate text.</summary>
internal static class Repetition
{
    /// <summary>Finds a cycle of one to four calls with the same results that occurs more than three times in a row.</summary>
    public static Finding? Check(IReadOnlyList<ReplayedCall> calls)
    {
        var rounds = ValidityRules.RepeatedCalls.Threshold;
        if (calls.Count <= rounds)
        {
            return null;
        }

        var made = calls.Where(c => c.Result is not null).ToArray();
        for (var period = 1; period <= ValidityRules.LoopPeriod; period++)
        {
            var alike = 0;
            for (var i = period; i < made.Length; i++)
            {
                alike = Same(made[i], made[i - period]) ? alike + 1 : 0;
                if (alike >= period * rounds)
                {
                    return ValidityStage.Of(ValidityRules.RepeatedCalls, $"the last {period} calls repeat more than {rounds} times");
                }
            }
        }

        return null;
    }

    private static bool Same(ReplayedCall a, ReplayedCall b) =>
        a.Name == b.Name && a.Arguments == b.Arguments && ToolMessages.Content(a.Result!) == ToolMessages.Content(b.Result!);

    public static Finding? Check(IReadOnlyList<ChatMessage> messages)
    {
        var said = messages
            .Where(m => m.Role == "assistant" && m.ToolCalls is not { Count: > 0 } && !Conversation.IsBlank(m.Content))
            .Select(m => m.Content!).ToArray();
        var alike = 0;
        for (var i = 1; i < said.Length; i++)
        {
            alike = said[i] == said[i - 1] ? alike + 1 : 0;
            if (alike >= ValidityRules.RepeatedMessages.Threshold)
            {
                return ValidityStage.Of(ValidityRules.RepeatedMessages,
                    $"the assistant says the same more than {ValidityRules.RepeatedMessages.Threshold} times in a row");
            }
        }

        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i] is { Role: "assistant", Content: { } content } && Degenerate(content))
            {
                return ValidityStage.Of(ValidityRules.RepeatedNGrams,
                    $"message {i} repeats {ValidityRules.NGram} words more than {ValidityRules.RepeatedNGrams.Threshold} times");
            }
        }

        return null;
    }

    private static bool Degenerate(string text)
    {
        var words = Conversation.Words(text);
        if (words.Length < ValidityRules.NGram + ValidityRules.RepeatedNGrams.Threshold)
        {
            return false;
        }

        // Eight words repeat at most as often as the rarest of them. The check of ordinary text ends here.
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var most = 0;
        foreach (var word in words)
        {
            most = Math.Max(most, ++CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _));
        }

        if (most <= ValidityRules.RepeatedNGrams.Threshold)
        {
            return false;
        }

        counts.Clear();
        for (var i = 0; i + ValidityRules.NGram <= words.Length; i++)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, string.Join(' ', words, i, ValidityRules.NGram), out _);
            if (++count > ValidityRules.RepeatedNGrams.Threshold)
            {
                return true;
            }
        }

        return false;
    }
}
