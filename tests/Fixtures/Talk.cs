using System.Globalization;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Fixtures;

/// <summary>Builds a conversation with the shop, tool messages from a real session.</summary>
public sealed class Talk
{
    private readonly EnvironmentSession _session = Shop.Compiled.Open();
    private readonly List<ChatMessage> _messages = [ChatMessage.System("You are the assistant of a shop.")];
    private int _calls;

    public List<ChatMessage> Messages => _messages;

    public Talk User(string text) => Add(ChatMessage.User(text));

    public Talk Say(string text) => Add(ChatMessage.Assistant(text));

    public Talk Add(ChatMessage message)
    {
        _messages.Add(message);
        return this;
    }

    /// <summary>One tool call and what the environment answers.</summary>
    public Talk Call(string name, string arguments) => Call(name, arguments, Answer(name, arguments));

    /// <summary>One tool call and an answer that never came from the environment.</summary>
    public Talk Call(string name, string arguments, string answer)
    {
        var id = "call_" + (_calls++).ToString(CultureInfo.InvariantCulture);
        Add(ChatMessage.Assistant(null, [new ChatToolCall(id, new ChatFunction(name, arguments))]));
        return Add(ChatMessage.Tool(id, answer));
    }

    private string Answer(string name, string arguments) =>
        ToolMessages.Content(_session.Call(name, Conversation.JsonOrNull(arguments) ?? Value.Null)).ToJson();
}
