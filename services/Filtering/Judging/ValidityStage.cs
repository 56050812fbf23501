using System.Buffers;
using System.Globalization;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Judging;

/// <summary>Stage 1: whether a conversation is one that a model may learn from, whatever it reached.</summary>
internal static class ValidityStage
{
    /// <summary>Finds every leak and, among other letters, a little more; what it finds is looked at closely.</summary>
    private static readonly SearchValues<string> LeakSigns = SearchValues.Create([.. ValidityRules.Leaks], StringComparison.OrdinalIgnoreCase);

    /// <summary>The first rule that fails, or null.</summary>
    public static Finding? Check(IReadOnlyList<ChatMessage> messages, IReadOnlyList<ReplayedCall> calls) =>
        Structure.Check(messages)
        ?? Malformed(calls)
        ?? Refused(calls)
        ?? Contradicted(calls)
        ?? Repetition.Check(calls)
        ?? Repetition.Check(messages)
        ?? Ending(messages[^1])
        ?? Leak(messages);

    private static Finding? Malformed(IReadOnlyList<ReplayedCall> calls)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            if (calls[i].Arguments is null)
            {
                return Of(ValidityRules.MalformedArguments, $"call {i} ({calls[i].Name}): the arguments are no JSON object");
            }
        }

        return null;
    }

    private static Finding? Refused(IReadOnlyList<ReplayedCall> calls)
    {
        var refused = calls.Count(c => c.Result?.Error?.Code is ErrorCode.InvalidArguments or ErrorCode.UnknownTool);
        return refused > ValidityRules.RefusedCalls.Threshold ? Of(ValidityRules.RefusedCalls, $"{refused} calls were refused") : null;
    }

    private static Finding? Contradicted(IReadOnlyList<ReplayedCall> calls)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            if (calls[i] is { Result: { } result, Answer: { } answer } && !Agrees(answer, Conversation.Content(result)))
            {
                return Of(ValidityRules.ContradictedResult, $"call {i} ({calls[i].Name}): replay gives another result");
            }
        }

        return null;
    }

    private static bool Agrees(string answer, Value content) => answer == content.ToJson() || Replay.Parse(answer) == content;

    private static Finding? Ending(ChatMessage last)
    {
        if (last.Role == "user")
        {
            return Of(ValidityRules.UnansweredUser, $"the conversation ends with a message of the user");
        }

        if (last.Role != "assistant" || last.ToolCalls is { Count: > 0 })
        {
            return Of(ValidityRules.TruncatedEnding, $"the conversation does not end with a message of the assistant");
        }

        return Conversation.IsBlank(last.Content) ? Of(ValidityRules.EmptyEnding, $"the last message is empty") : null;
    }

    private static Finding? Leak(IReadOnlyList<ChatMessage> messages)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].Role is "user" or "assistant" && messages[i].Content is { } content && content.AsSpan().ContainsAny(LeakSigns))
            {
                var lowered = Conversation.Lower(content);
                var leak = ValidityRules.Leaks.FirstOrDefault(l => lowered.Contains(l, StringComparison.Ordinal));
                if (leak is not null)
                {
                    return Of(ValidityRules.SimulationLeak, $"message {i} says {CanonicalJson.ToText(leak)}");
                }
            }
        }

        return null;
    }

    internal static Finding Of(ValidityRule rule, FormattableString detail) =>
        new(rule.Name, detail.ToString(CultureInfo.InvariantCulture));
}
