using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Judging;

/// <summary>
/// Makes a conversation's tool calls again, in their order, in a session opened with seed 0. Calls that fault injection
/// answered are left out: they never reached the environment.
/// </summary>
internal sealed class Replay
{
    private Replay(IReadOnlyList<ReplayedCall> calls, EnvironmentSession session) => (Calls, Session) = (calls, session);

    public IReadOnlyList<ReplayedCall> Calls { get; }

    public EnvironmentSession Session { get; }

    public static Replay Of(CompiledEnvironment environment, ToolValidators validators, IReadOnlyList<ChatMessage> messages)
    {
        var session = environment.Open();
        var calls = new List<ReplayedCall>();
        for (var i = 0; i < messages.Count; i++)
        {
            foreach (var call in messages[i].ToolCalls ?? [])
            {
                var answer = AnswerTo(messages, i, call.Id);
                var arguments = Arguments(call.Function.Arguments);
                if (arguments is null || IsInjected(answer))
                {
                    calls.Add(new ReplayedCall(call.Function.Name, arguments, null, null, answer));
                    continue;
                }

                var result = session.Call(call.Function.Name, arguments.Value);
                var filled = result.Ok ? validators.Filled(call.Function.Name, arguments.Value) : default(Value?);
                calls.Add(new ReplayedCall(call.Function.Name, arguments, filled, result, answer));
            }
        }

        return new Replay(calls, session);
    }

    /// <summary>JSON text as a value; null where it is none.</summary>
    public static Value? Parse(string text)
    {
        try
        {
            return Value.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Value? Arguments(string text) =>
        Conversation.NoArguments(text) ? Value.EmptyObject : Parse(text) is { IsObject: true } value ? value : default(Value?);

    private static string? AnswerTo(IReadOnlyList<ChatMessage> messages, int index, string id)
    {
        for (var i = index + 1; i < messages.Count && messages[i].Role == "tool"; i++)
        {
            if ((messages[i].ToolCallId ?? "") == id)
            {
                return messages[i].Content ?? "";
            }
        }

        return null;
    }

    /// <summary>Whether fault injection gave this answer.</summary>
    public static bool IsInjected(string? answer) =>
        answer is not null && (answer.Contains("error", StringComparison.Ordinal) || answer.Contains('\\'))
        && Parse(answer) is { IsObject: true } content && content.AsObject.Count == 1
        && content["error"]["code"] is { IsString: true } code
        && ErrorCodes.Parse(code.AsString) is ErrorCode.Timeout or ErrorCode.Unavailable or ErrorCode.RateLimited;
}
