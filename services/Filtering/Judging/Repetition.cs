using System.Runtime.InteropServices;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Judging;

/// <summary>Loops of calls and degenerate text.</summary>
internal static class Repetition
{
    /// <summary>A cycle of one to four calls with the same results, more than three times over.</summary>
    public static Finding? Check(IReadOnlyList<ReplayedCall> calls)
    {
        var rounds = ValidityRules.RepeatedCalls.Threshold;
        if (calls.Count <= rounds)
        {
            return null;
        }

        var made = calls.Where(c => c.Result is not null)
            .Select(c => $"{c.Name}\n{c.Arguments!.Value.ToCanonicalJson()}\n{Conversation.Content(c.Result!).ToCanonicalJson()}")
            .ToArray();
        for (var period = 1; period <= ValidityRules.LoopPeriod; period++)
        {
            var alike = 0;
            for (var i = period; i < made.Length; i++)
            {
                alike = made[i] == made[i - period] ? alike + 1 : 0;
                if (alike >= period * rounds)
                {
                    return ValidityStage.Of(ValidityRules.RepeatedCalls, $"the last {period} calls repeat more than {rounds} times");
                }
            }
        }

        return null;
    }

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
                return ValidityStage.Of(ValidityRules.RepeatedMessages, $"the assistant says the same more than {ValidityRules.RepeatedMessages.Threshold} times in a row");
            }
        }

        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i] is { Role: "assistant", Content: { } content } && Degenerate(content))
            {
                return ValidityStage.Of(ValidityRules.RepeatedNGrams, $"message {i} repeats {ValidityRules.NGram} words more than {ValidityRules.RepeatedNGrams.Threshold} times");
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

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
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
