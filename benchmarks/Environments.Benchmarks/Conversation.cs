using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>The conversation of an agent that makes a task's golden calls and tells the answer.</summary>
internal static class Conversation
{
    public static IReadOnlyList<ChatMessage> Of(CompiledEnvironment environment, TaskSpecification task)
    {
        var session = environment.Open();
        var messages = new List<ChatMessage> { ChatMessage.User(task.Intent) };
        foreach (var (call, i) in task.GoldenCalls.Select((call, i) => (call, i)))
        {
            var id = $"call_{i}";
            var result = session.Call(call.Name, call.Arguments);
            var content = result.Ok ? result.Result : Value.Object(("error", result.ToValue()["error"]));
            messages.Add(ChatMessage.Assistant(null, [new ChatToolCall(id, new ChatFunction(call.Name, call.Arguments.ToJson()))]));
            messages.Add(ChatMessage.Tool(id, content.ToJson()));
        }

        messages.Add(ChatMessage.Assistant("Done: " + string.Join(", ", task.AnswerValues.Select(v => v.IsString ? v.AsString : v.ToJson()))));
        return messages;
    }
}
