using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AgentScaler.Environments.Values;

/// <summary>Reads JSON text into the value model.</summary>
internal static class ValueReader
{
    /// <summary>The greatest nesting of arrays and objects. The Python runtime has the same bound.</summary>
    internal const int MaxDepth = 128;

    [ThreadStatic]
    private static ReaderScratch? _scratch;

    public static Value Parse(string json)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Parse(bytes.AsSpan(0, StrictUtf8.GetBytes(json, bytes)));
        }
        catch (EncoderFallbackException)
        {
            throw new JsonException("The text holds half of a surrogate pair.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public static Value Parse(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read())
        {
            throw new JsonException("Expected a JSON value, found nothing.");
        }

        var value = Read(ref reader);
        if (reader.Read())
        {
            throw new JsonException("Expected the end of the text after the JSON value.");
        }

        return value;
    }

    public static Value Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.None && !reader.Read())
        {
            throw new JsonException("Expected a JSON value, found nothing.");
        }

        var scratch = _scratch ?? new ReaderScratch();
        _scratch = null;
        try
        {
            return Read(ref reader, scratch);
        }
        finally
        {
            scratch.Drop(0);
            _scratch = scratch;
        }
    }

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static Value Read(ref Utf8JsonReader reader, ReaderScratch scratch)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return Value.Null;
            case JsonTokenType.True:
                return Value.True;
            case JsonTokenType.False:
                return Value.False;
            case JsonTokenType.Number:
                return Number(ref reader);
            case JsonTokenType.String:
                return Value.From(Text(ref reader));
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, scratch);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, scratch);
            default:
                throw new JsonException($"Unexpected {reader.TokenType}.");
        }
    }

    private static Value ReadArray(ref Utf8JsonReader reader, ReaderScratch scratch)
    {
        var start = scratch.Count;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            scratch.Push("", Read(ref reader, scratch));
        }

        return scratch.Count == start ? Value.EmptyArray : Value.From(scratch.PopValues(start));
    }

    private static Value ReadObject(ref Utf8JsonReader reader, ReaderScratch scratch)
    {
        var start = scratch.Count;
        Dictionary<string, int>? places = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = scratch.Names.Get(ref reader) ?? Text(ref reader);
            reader.Read();
            var value = Read(ref reader, scratch);

            // The last of two equal names wins, as in Python's json module.
            var at = scratch.Find(start, name, ref places);
            if (at >= 0)
            {
                scratch.Replace(at, value);
                continue;
            }

            places?.Add(name, scratch.Count);
            scratch.Push(name, value);
        }

        return scratch.Count == start ? Value.EmptyObject : Value.From(scratch.PopObject(start));
    }

    private static Value Number(ref Utf8JsonReader reader)
    {
        // Most numbers are short and whole, and a double holds any fifteen digits.
        var digits = reader.HasValueSequence ? default : reader.ValueSpan;
        if (digits.Length is > 0 and <= 15 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            var whole = 0L;
            foreach (var digit in digits)
            {
                whole = (whole * 10) + (digit - '0');
            }

            return whole;
        }

        var number = reader.GetDouble();
        return double.IsFinite(number) ? Value.From(number) : throw new JsonException("The number is out of range.");
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A string holds half of a surrogate pair, or is no UTF-8.");
        }
    }
}
