using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Judging;

/// <summary>
/// Replays the tool calls of a conversation, in their order, in a session opened with seed 0. It skips calls that fault injection answered, because they
/// never reached the environment.
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
                var arguments = CallArguments.ObjectOrNull(call.Function.Arguments);
                if (arguments is null || ToolMessages.IsInjected(answer))
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
}
