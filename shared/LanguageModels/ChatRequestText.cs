using System.Buffers;
using System.Text;
using System.Text.Json;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>Writes the body of a chat completions request. The same conversation gives the same bytes, so their hash can be the ledger's key.</summary>
public static class ChatRequestText
{
    /// <param name="tools">OpenAI function tools as JSON text, or null.</param>
    public static ReadOnlyMemory<byte> Of(EndpointOptions options, IReadOnlyList<ChatMessage> messages, string? tools, long seed)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 + (tools?.Length ?? 0) + messages.Sum(m => 128 + (m.Raw?.Length ?? m.Content?.Length ?? 0)));
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("model", options.Model);
            writer.WritePropertyName("messages");
            Messages(writer, messages, options.ReturnWhole);
            if (tools is not null && tools != "[]")
            {
                writer.WritePropertyName("tools");
                writer.WriteRawValue(tools, skipInputValidation: true);
                writer.WriteBoolean("parallel_tool_calls", options.ParallelToolCalls);
            }

            Number(writer, "temperature", options.Temperature);
            Number(writer, "top_p", options.TopP);
            if (options.MaxTokens is { } most)
            {
                writer.WriteNumber("max_tokens", most);
            }

            if (options.SendSeed)
            {
                writer.WriteNumber("seed", seed);
            }

            // Some servers stream by default.
            writer.WriteBoolean("stream", options.Stream);
            if (options.Stream)
            {
                writer.WriteStartObject("stream_options");
                writer.WriteBoolean("include_usage", true);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Returns the ledger's key from endpoint, body, and the number of the sample if the same request is sent more than once.</summary>
    public static string Key(EndpointOptions options, ReadOnlyMemory<byte> body, string sample) =>
        ContentId.OfUtf8("completion", Encoding.UTF8.GetBytes(options.Endpoint!), body, Encoding.UTF8.GetBytes(sample));

    private static void Messages(Utf8JsonWriter writer, IReadOnlyList<ChatMessage> messages, bool whole)
    {
        writer.WriteStartArray();
        foreach (var message in messages)
        {
            if (whole && message.Raw is { } raw)
            {
                writer.WriteRawValue(raw, skipInputValidation: true);
                continue;
            }

            writer.WriteStartObject();
            writer.WriteString("role", message.Role);
            if (message.Content is not null || message.ToolCalls is null)
            {
                writer.WriteString("content", message.Content ?? "");
            }
            else
            {
                writer.WriteNull("content");
            }

            if (message.ToolCallId is { } id)
            {
                writer.WriteString("tool_call_id", id);
            }

            if (message.ToolCalls is { Count: > 0 } calls)
            {
                writer.WriteStartArray("tool_calls");
                foreach (var call in calls)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", call.Id);
                    writer.WriteString("type", "function");
                    writer.WriteStartObject("function");
                    writer.WriteString("name", call.Function.Name);
                    writer.WriteString("arguments", call.Function.Arguments);
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
