using System.Globalization;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;
using AgentScaler.Trajectories.Markup;

namespace AgentScaler.Judging;

/// <summary>Stage 1 decides whether a model may learn from a conversation, regardless of the state that it reached.</summary>
internal static class ValidityStage
{
    /// <summary>Returns the first rule that fails, or null.</summary>
    public static Finding? Check(IReadOnlyList<ChatMessage> messages, IReadOnlyList<ReplayedCall> calls, IReadOnlySet<string> tools) =>
        Structure.Check(messages)
        ?? Malformed(calls)
        ?? Malformed(messages, tools)
        ?? Refused(calls)
        ?? Contradicted(calls)
        ?? Repetition.Check(calls)
        ?? Repetition.Check(messages)
        ?? Ending(messages[^1])
        ?? Leaks.Check(messages);

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

    private static Finding? Malformed(IReadOnlyList<ChatMessage> messages, IReadOnlySet<string> tools)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].Role == "assistant" && CallMarkup.Find(messages[i].Content, tools) is { } family)
            {
                return Of(ValidityRules.MalformedCall, $"message {i} holds a call as text ({family.Name})");
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
            if (calls[i] is { Result: { } result, Answer: { } answer } && !Agrees(answer, ToolMessages.Content(result)))
            {
                return Of(ValidityRules.ContradictedResult, $"call {i} ({calls[i].Name}): replay gives another result");
            }
        }

        return null;
    }

    private static bool Agrees(string answer, Value content) => answer == content.ToJson() || Conversation.JsonOrNull(answer) == content;

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

    internal static Finding Of(ValidityRule rule, FormattableString detail) =>
        new(rule.Name, detail.ToString(CultureInfo.InvariantCulture));
}
