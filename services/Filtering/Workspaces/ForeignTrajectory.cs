using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Workspaces;

/// <summary>A conversation that another stack recorded.</summary>
public sealed record ForeignTrajectory(string Id, string Task, IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>
    /// Reads one line. Missing members become empty, so that the judge reports them. Content in parts is joined. An id that is a number becomes its JSON
    /// text, and so do arguments and results that are given as values. The older <c>function_call</c> with its message of role <c>function</c> is read as
    /// one tool call. Calls without a member <c>function</c> are accepted, and Anthropic's blocks <c>tool_use</c> and <c>tool_result</c> are read as calls
    /// and results.
    /// </summary>
    /// <exception cref="JsonException">The line is not JSON, or lacks id, task or messages.</exception>
    public static ForeignTrajectory Parse(string line)
    {
        var value = Value.Parse(line);
        if (IdOf(value["id"]) is not { Length: > 0 } id || IdOf(value["task"]) is not { Length: > 0 } task || !value["messages"].IsArray)
        {
            throw new JsonException("a trajectory needs \"id\" and \"task\" (text) and \"messages\" (array)");
        }

        return new ForeignTrajectory(id, task, [.. value["messages"].AsArray.ToArray().SelectMany(Read)]);
    }

    /// <summary>The id of a call that has none. A <c>function_call</c> is the only call of its message, so the id is unique there.</summary>
    private const string FunctionCall = "function_call";

    /// <summary>Reads a message. Blocks that answer calls become one message each, and texts next to them become one more.</summary>
    private static IEnumerable<ChatMessage> Read(Value message)
    {
        var results = Blocks(message["content"], "tool_result").ToList();
        foreach (var result in results)
        {
            yield return ChatMessage.Tool(IdOf(result["tool_use_id"]), Result(result["content"]));
        }

        if (results.Count == 0 || Spoken(message["content"]).Length > 0)
        {
            yield return Message(message);
        }
    }

    private static IEnumerable<Value> Blocks(Value content, string type) =>
        content.IsArray ? content.AsArray.ToArray().Where(part => Text(part["type"]) == type) : [];

    private static ChatMessage Message(Value message)
    {
        var content = message["content"];
        var uses = Blocks(content, "tool_use").ToList();
        var role = Text(message["role"]);
        return role == "function"
            ? ChatMessage.Tool(FunctionCall, Result(content))
            : new ChatMessage(role, role == "tool" ? Result(content) : Spoken(content))
            {
                ToolCallId = IdOf(message["tool_call_id"]),
                ToolCalls = message["tool_calls"].IsArray
                    ? [.. message["tool_calls"].AsArray.ToArray().Select(c => Call(IdOf(c["id"]), c["function"].IsObject ? c["function"] : c))]
                    : message["function_call"].IsObject ? [Call(FunctionCall, message["function_call"])]
                    : uses.Count > 0 ? [.. uses.Select(use => Call(IdOf(use["id"]), Text(use["name"]), use["input"]))]
                    : null,
            };
    }

    private static ChatToolCall Call(string id, Value function) => Call(id, Text(function["name"]), function["arguments"]);

    private static ChatToolCall Call(string id, string name, Value arguments) => new(id, new ChatFunction(name, Json(arguments)));

    /// <summary>Returns the text of a content, or the joined texts of its parts.</summary>
    private static string Spoken(Value content) =>
        content.IsArray ? string.Concat(content.AsArray.ToArray().Select(part => Text(part["text"]))) : Text(content);

    /// <summary>Returns a tool's answer: a text, the joined texts of its parts, or the JSON of a result that is a value.</summary>
    private static string Result(Value content) =>
        (content.IsArray && content.AsArray.Length > 0 && content.AsArray.ToArray().All(part => part["type"].IsString && part["text"].IsString)
            ? Spoken(content)
            : Json(content)).TrimStart('\ufeff');

    private static string IdOf(Value value) => value.IsNumber ? value.ToJson() : Text(value);

    private static string Json(Value value) => value.IsString || value.IsNull ? Text(value) : value.ToJson();

    private static string Text(Value value) => value.IsString ? value.AsString : "";
}
