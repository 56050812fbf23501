using System.Text.Json;
using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions;

/// <summary>
/// The contract's form of a tool result: <c>{"ok":true,"result":...}</c> or <c>{"ok":false,"error":{"code","message"}}</c>,
/// never both.
/// </summary>
public sealed class ToolResultJsonConverter : JsonConverter<ToolResult>
{
    public override ToolResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("ok", out var ok) || ok.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw new JsonException("A tool result is an object with a boolean 'ok'.");
        }

        if (ok.GetBoolean())
        {
            return ToolResult.Success(root.TryGetProperty("result", out var result) ? result.Deserialize<Value>(options) : Value.Null);
        }

        return root.TryGetProperty("error", out var error) && error.Deserialize<ToolError>(options) is { } failure
            ? ToolResult.Failure(failure)
            : throw new JsonException("A tool result with 'ok' false has an 'error'.");
    }

    public override void Write(Utf8JsonWriter writer, ToolResult value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("ok", value.Ok);
        if (value.Error is { } error)
        {
            writer.WritePropertyName("error");
            JsonSerializer.Serialize(writer, error, options);
        }
        else
        {
            writer.WritePropertyName("result");
            JsonSerializer.Serialize(writer, value.Result, options);
        }

        writer.WriteEndObject();
    }
}
