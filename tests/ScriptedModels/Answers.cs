using AgentScaler.Environments.Values;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.ScriptedModels;

/// <summary>Answers in the forms that servers of all families give them, right and wrong.</summary>
public static class Answers
{
    /// <summary>A document around a message that is given as JSON text.</summary>
    public static Reply Message(string message, string finish = "stop") => new(
        200,
        $$"""{"id":"r1","object":"chat.completion","created":7,"model":"odd","choices":[{"index":0,"finish_reason":"{{finish}}","message":"""
        + message + "}],\"usage\":null}");

    /// <summary>A stream of such pieces, ended as it should be.</summary>
    public static Reply Pieces(params string[] deltas) => new(200, Events(deltas) + "data: [DONE]\n\n");

    /// <summary>The events of a stream up to and with its finish reason.</summary>
    public static string Events(params string[] deltas) => string.Concat(deltas.Select(delta => Event(Chunk(delta)))) + Event(Finish());

    public static string Chunk(string delta) =>
        "{\"id\":\"r1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}";

    public static string Finish(string reason = "stop") =>
        "{\"id\":\"r1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";

    public static string Event(string data) => $"data: {data}\n\n";

    /// <summary>A piece with one call; what is null is left out.</summary>
    public static string CallPiece(int? index, string? id, string? name, string? arguments)
    {
        var call = new List<string>();
        call.AddRange(index is null ? [] : [$"\"index\":{index}"]);
        call.AddRange(id is null ? [] : [$"\"id\":{((Value)id).ToJson()}", "\"type\":\"function\""]);
        var function = new List<string>();
        function.AddRange(name is null ? [] : [$"\"name\":{((Value)name).ToJson()}"]);
        function.AddRange(arguments is null ? [] : [$"\"arguments\":{((Value)arguments).ToJson()}"]);
        call.Add("\"function\":{" + string.Join(',', function) + "}");
        return "{\"tool_calls\":[{" + string.Join(',', call) + "}]}";
    }

    /// <summary>
    /// Answers as the script says, and with 400 where an earlier assistant message with tool calls comes back without a member that it
    /// was given with, in the message or in each call: as servers do that check thoughts and signatures.
    /// </summary>
    public static Func<int, Value, Reply> Demanding(string member, Func<int, Value, Reply> script) => (number, request) =>
    {
        var lacking = request["messages"].AsArray.ToArray().Any(message =>
            message["tool_calls"] is { IsArray: true } calls
            && !message.AsObject.Names.ToArray().Contains(member)
            && !calls.AsArray.ToArray().All(call => call.AsObject.Names.ToArray().Contains(member)));
        return lacking ? new Reply(400, "{\"error\":{\"message\":\"" + member + " of an earlier turn is missing\",\"code\":400}}") : script(number, request);
    };
}
