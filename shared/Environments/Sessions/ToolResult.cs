using AgentScaler.Environments.Programs;
using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions;

/// <summary>The outcome of one call: a result, or an error (contract, section 2).</summary>
[JsonConverter(typeof(ToolResultJsonConverter))]
public sealed record ToolResult(Value Result, ToolError? Error)
{
    public bool Ok => Error is null;

    public static ToolResult Success(Value result) => new(result, null);

    public static ToolResult Failure(ToolError error) => new(Value.Null, error);

    /// <summary>The contract's JSON form.</summary>
    public Value ToValue() => Error is null
        ? Value.Object(("ok", true), ("result", Result))
        : Value.Object(("ok", false), ("error", Value.Object(("code", Error.Code.Word()), ("message", Error.Message))));
}
