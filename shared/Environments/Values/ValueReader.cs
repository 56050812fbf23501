using System.Text;
using System.Text.Json;

namespace AgentScaler.Environments.Values;

/// <summary>Reads JSON text into the value model.</summary>
internal static class ValueReader
{
    private const int MaxDepth = 128;

    public static Value Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

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

    private static Value ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return items.Count == 0 ? Value.EmptyArray : Value.From(items.ToArray());
    }

    private static Value ReadObject(ref Utf8JsonReader reader)
    {
        var names = new List<string>();
        var values = new List<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Text(ref reader);
            reader.Read();
            var value = Read(ref reader);

            // The last of two equal names wins, as in Python's json module.
            var at = names.IndexOf(name);
            if (at >= 0)
            {
                values[at] = value;
                continue;
            }

            names.Add(name);
            values.Add(value);
        }

        return names.Count == 0 ? Value.EmptyObject : Value.From(new ObjectValue([.. names], [.. values]));
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A string holds half of a surrogate pair.");
        }
    }
}
