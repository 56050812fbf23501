using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Workspaces;

/// <summary>A conversation that another stack recorded.</summary>
public sealed record ForeignTrajectory(string Id, string Task, IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>
    /// Reads one line. Messages are taken as they come: what is missing or of another type becomes empty, so that the
    /// judge says what is wrong with it; content in parts is joined, arguments given as an object are written as text, and
    /// the older <c>function_call</c> with its message of role <c>function</c> is read as the one tool call that it is.
    /// </summary>
    /// <exception cref="JsonException">The line is no JSON, or lacks id, task or messages.</exception>
    public static ForeignTrajectory Parse(string line)
    {
        var value = Value.Parse(line);
        if (!value["id"].IsString || !value["task"].IsString || !value["messages"].IsArray)
        {
            throw new JsonException("a trajectory needs \"id\" and \"task\" (text) and \"messages\" (array)");
        }

        return new ForeignTrajectory(
            value["id"].AsString, value["task"].AsString, [.. value["messages"].AsArray.ToArray().Select(Message)]);
    }

    /// <summary>The id of a call that has none: a <c>function_call</c> is the only one of its message.</summary>
    private const string FunctionCall = "function_call";

    private static ChatMessage Message(Value message)
    {
        var content = message["content"];
        var text = content.IsArray
            ? string.Concat(content.AsArray.ToArray().Select(part => Text(part["text"])))
            : Text(content);
        var role = Text(message["role"]);
        return role == "function"
            ? ChatMessage.Tool(FunctionCall, text)
            : new ChatMessage(role, text)
            {
                ToolCallId = Text(message["tool_call_id"]),
                ToolCalls = message["tool_calls"].IsArray ? [.. message["tool_calls"].AsArray.ToArray().Select(c => Call(Text(c["id"]), c["function"]))]
                    : message["function_call"].IsObject ? [Call(FunctionCall, message["function_call"])]
                    : null,
            };
    }

    private static ChatToolCall Call(string id, Value function)
    {
        var arguments = function["arguments"];
        return new ChatToolCall(id, new ChatFunction(Text(function["name"]), arguments.IsObject ? arguments.ToJson() : Text(arguments)));
    }

    private static string Text(Value value) => value.IsString ? value.AsString : "";
}
