using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AgentScaler.Environments.Values;

/// <summary>Reads JSON text into the value model.</summary>
internal static class ValueReader
{
    /// <summary>Arrays and objects may nest this deep; the Python runtime holds the same bound.</summary>
    internal const int MaxDepth = 128;

    /// <summary>From this many members on, equal names are found through a set.</summary>
    private const int ManyMembers = 16;

    [ThreadStatic]
    private static NameCache? _names;

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
        switch (reader.TokenType)
        {
            case JsonTokenType.None when reader.Read():
                return Read(ref reader);
            case JsonTokenType.Null:
                return Value.Null;
            case JsonTokenType.True:
                return Value.True;
            case JsonTokenType.False:
                return Value.False;
            case JsonTokenType.Number:
                var number = reader.GetDouble();
                return double.IsFinite(number) ? Value.From(number) : throw new JsonException("The number is out of range.");
            case JsonTokenType.String:
                return Value.From(Text(ref reader));
            case JsonTokenType.StartArray:
                return ReadArray(ref reader);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            default:
                throw new JsonException($"Unexpected {reader.TokenType}.");
        }
    }

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static Value ReadArray(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return Value.EmptyArray;
        }

        var items = new Value[4];
        var count = 0;
        do
        {
            if (count == items.Length)
            {
                Array.Resize(ref items, count * 2);
            }

            items[count++] = Read(ref reader);
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray);

        Array.Resize(ref items, count);
        return Value.From(items);
    }

    private static Value ReadObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return Value.EmptyObject;
        }

        var cache = _names ??= new NameCache();
        var names = new string[8];
        var values = new Value[8];
        var count = 0;
        Dictionary<string, int>? places = null;
        do
        {
            var name = cache.Get(ref reader) ?? Text(ref reader);
            reader.Read();
            var value = Read(ref reader);

            // The last of two equal names wins, as in Python's json module.
            var at = Find(names, count, name, ref places);
            if (at >= 0)
            {
                values[at] = value;
                continue;
            }

            if (count == names.Length)
            {
                Array.Resize(ref names, count * 2);
                Array.Resize(ref values, count * 2);
            }

            places?.Add(name, count);
            names[count] = name;
            values[count++] = value;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject);

        Array.Resize(ref names, count);
        Array.Resize(ref values, count);
        return Value.From(new ObjectValue(names, values));
    }

    private static int Find(string[] names, int count, string name, ref Dictionary<string, int>? places)
    {
        if (count < ManyMembers)
        {
            return Array.IndexOf(names, name, 0, count);
        }

        if (places is null)
        {
            places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < count; i++)
            {
                places.Add(names[i], i);
            }
        }

        return places.TryGetValue(name, out var at) ? at : -1;
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
