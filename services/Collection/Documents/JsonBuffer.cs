using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentScaler.Collection.Documents;

/// <summary>Writes JSON to bytes with the settings of all documents of the contract.</summary>
internal static class JsonBuffer
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 1000,
    };

    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Options);
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static JsonElement Element(Action<Utf8JsonWriter> write) => Element(Bytes(write));

    public static JsonElement Element(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 1000 });
        return JsonElement.ParseValue(ref reader);
    }
}
