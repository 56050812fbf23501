using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Rollout;

/// <summary>The text of a conversation's tool message (contract, section 2).</summary>
public static class ToolMessages
{
    /// <summary>The result of a good call, or <c>{"error":{"code","message"}}</c>.</summary>
    public static string Content(ToolResult result) => result.Error is { } error ? Content(error) : result.Result.ToJson();

    public static string Content(ToolError error) => Value.Object(
        ("error", Value.Object(("code", error.Code.Word()), ("message", error.Message)))).ToJson();

    /// <summary>The error that a tool message tells, or null where it is the result of a good call.</summary>
    public static string? ErrorCodeOf(Value content) =>
        content.IsObject && content.AsObject.Count == 1 && content["error"] is { IsObject: true } error
            && error.AsObject.Count == 2 && error["code"].IsString && error["message"].IsString
            && ErrorCodes.Parse(error["code"].AsString) is not null
            ? error["code"].AsString
            : null;
}
