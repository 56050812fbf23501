using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Judging;

/// <summary>Checks the order of turns, and the pairing of tool calls with their results.</summary>
internal static class Structure
{
    public static Finding? Check(IReadOnlyList<ChatMessage> messages)
    {
        var previous = "start";
        var waiting = new List<string>();
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            if (waiting.Count > 0 || message.Role == "tool")
            {
                if (Pair(message, i, waiting) is { } unpaired)
                {
                    return unpaired;
                }

                previous = "tool";
                continue;
            }

            switch (message.Role)
            {
                case "system" or "developer":
                    if (i > 0)
                    {
                        return ValidityStage.Of(ValidityRules.TurnOrder, $"message {i} is a system message");
                    }

                    continue;
                case "user" when previous is "user" or "tool":
                    return ValidityStage.Of(ValidityRules.TurnOrder, $"message {i}: a user message follows a {previous} message");
                case "user":
                    break;
                case "assistant" when previous is "start" or "assistant":
                    return ValidityStage.Of(ValidityRules.TurnOrder, $"message {i}: an assistant message follows no user or tool message");
                case "assistant":
                    waiting.AddRange((message.ToolCalls ?? []).Select(c => c.Id));
                    if (waiting.Contains("") || waiting.Distinct(StringComparer.Ordinal).Count() < waiting.Count)
                    {
                        return ValidityStage.Of(ValidityRules.CallPairing, $"message {i}: tool calls need distinct ids");
                    }

                    break;
                default:
                    return ValidityStage.Of(ValidityRules.TurnOrder, $"message {i} has the role {CanonicalJson.ToText(message.Role)}");
            }

            previous = message.Role;
        }

        return previous == "start" ? ValidityStage.Of(ValidityRules.TurnOrder, $"there is no conversation") : null;
    }

    private static Finding? Pair(ChatMessage message, int index, List<string> waiting)
    {
        if (message.Role != "tool")
        {
            return ValidityStage.Of(ValidityRules.CallPairing, $"message {index}: {waiting.Count} tool calls have no result");
        }

        return waiting.Remove(message.ToolCallId ?? "")
            ? null
            : ValidityStage.Of(ValidityRules.CallPairing, $"message {index} answers no open tool call");
    }
}
