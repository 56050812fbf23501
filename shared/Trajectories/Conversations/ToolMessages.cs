using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Conversations;

/// <summary>The content of a conversation's tool message (docs/contract.md, section 2).</summary>
public static class ToolMessages
{
    /// <summary>Returns the result of a successful call, or <c>{"error":{"code","message"}}</c>.</summary>
    public static Value Content(ToolResult result) => result.Error is { } error ? Content(error) : result.Result;

    public static Value Content(ToolError error) =>
        Value.Object(("error", Value.Object(("code", error.Code.Word()), ("message", error.Message))));

    /// <summary>Returns the content as the JSON text of the message.</summary>
    public static string Text(ToolResult result) => Content(result).ToJson();

    public static string Text(ToolError error) => Content(error).ToJson();

    /// <summary>Returns the error code that a tool message reports, or null if it holds the result of a successful call.</summary>
    public static string? ErrorCodeOf(Value content) =>
        content.IsObject && content.AsObject.Count == 1 && content["error"] is { IsObject: true } error
            && error.AsObject.Count == 2 && error["code"].IsString && error["message"].IsString
            && ErrorCodes.Parse(error["code"].AsString) is not null
            ? error["code"].AsString
            : null;

    /// <summary>Whether fault injection gave this answer.</summary>
    public static bool IsInjected(string? answer) =>
        answer is not null && (answer.Contains("error", StringComparison.Ordinal) || answer.Contains('\\'))
        && Conversation.JsonOrNull(answer) is { IsObject: true } content && content.AsObject.Count == 1
        && content["error"]["code"] is { IsString: true } code
        && ErrorCodes.Parse(code.AsString) is ErrorCode.Timeout or ErrorCode.Unavailable or ErrorCode.RateLimited;
}
