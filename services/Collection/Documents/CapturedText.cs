using System.Text.Json;
using AgentScaler.Collection.Schemas;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// Reads captured exchanges: a stream of server-sent events whose data is JSON, and logs whose lines contain JSON-RPC messages after a time, a level
/// or an arrow.
/// </summary>
internal static class CapturedText
{
    /// <summary>Whether the text is a stream of server-sent events and nothing else.</summary>
    public static bool IsEventStream(ReadOnlySpan<byte> text)
    {
        var hasData = false;
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range].TrimEnd(" \t\r"u8);
            if (line.StartsWith("data:"u8))
            {
                hasData = true;
            }
            else if (!line.IsEmpty && line[0] != ':' && !line.StartsWith("event:"u8) && !line.StartsWith("id:"u8) && !line.StartsWith("retry:"u8))
            {
                return false;
            }
        }

        return hasData;
    }

    /// <summary>Returns the values of the events, or the messages of the log, in their order.</summary>
    public static IEnumerable<JsonElement> Values(ReadOnlyMemory<byte> text, int maximumDepth, RepairLog repairs) =>
        IsEventStream(text.Span) ? Events(text, maximumDepth, repairs) : Messages(text, maximumDepth);

    private static IEnumerable<JsonElement> Events(ReadOnlyMemory<byte> text, int maximumDepth, RepairLog repairs)
    {
        var values = new List<JsonElement>();
        var data = new MemoryStream();
        foreach (var range in text.Span.Split((byte)'\n'))
        {
            var line = text.Span[range].TrimEnd("\r"u8);
            if (line.StartsWith("data:"u8))
            {
                data.Write(line["data:"u8.Length..]);
                data.WriteByte((byte)'\n');
            }
            else if (line.Trim(" \t"u8).IsEmpty)
            {
                Close();
            }
        }

        Close();
        return values;

        void Close()
        {
            if (data.Length > 0)
            {
                var parsed = Parse(data.ToArray(), maximumDepth);
                if (parsed is { } value)
                {
                    values.Add(value);
                }
                else
                {
                    // "[DONE]" and similar marks end a stream and have no content.
                    repairs.Add("event_not_json");
                }

                data.SetLength(0);
            }
        }
    }

    private static List<JsonElement> Messages(ReadOnlyMemory<byte> text, int maximumDepth)
    {
        var values = new List<JsonElement>();
        if (text.Span.IndexOf("\"jsonrpc\""u8) < 0)
        {
            return values;
        }

        foreach (var range in text.Span.Split((byte)'\n'))
        {
            var line = text[range];
            var start = line.Span.IndexOf("\"jsonrpc\""u8) >= 0 ? line.Span.IndexOf((byte)'{') : -1;
            if (start >= 0 && Parse(line[start..], maximumDepth) is { } value && value.Member("jsonrpc") is not null)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> text, int maximumDepth)
    {
        if (!JsonText.LooksLikeJson(text.Span))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maximumDepth }).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
