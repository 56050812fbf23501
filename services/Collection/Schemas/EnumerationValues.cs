using System.Globalization;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>The values of an <c>enum</c>, each once, converted to the declared type if only their spelling differs.</summary>
internal sealed class EnumerationValues
{
    /// <summary>The greatest length of a list. Longer lists are data rather than a choice, and are described instead.</summary>
    public const int Maximum = 200;

    private readonly List<JsonElement> _values = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private bool _abridged;

    public static EnumerationValues Read(IEnumerable<JsonElement> list, List<string> types, RepairLog repairs)
    {
        var result = new EnumerationValues();
        foreach (var value in list)
        {
            if (value.IsNoNumber())
            {
                continue;
            }

            var fitting = Fit(value, types);
            if (fitting is null || fitting.Value.ValueKind != value.ValueKind)
            {
                repairs.Add("enum_value_of_other_type");
            }

            if (fitting is { } accepted)
            {
                if (result._texts.Add(accepted.GetRawText()))
                {
                    result._values.Add(accepted);
                }
                else
                {
                    repairs.Add("enum_value_repeated");
                }
            }
        }

        if (result._values.Count > Maximum)
        {
            result._abridged = true;
            repairs.Add("enum_abridged");
        }

        return result;
    }

    /// <summary>Keeps the values that are in both lists. If there is none, returns false and keeps all.</summary>
    public bool TryIntersect(EnumerationValues others)
    {
        if (_values.Count == 0 || others._values.Count == 0)
        {
            // A list without a usable value demands nothing.
            _values.AddRange(others._values.Where(value => _texts.Add(value.GetRawText())));
            _abridged |= others._abridged;
            return true;
        }

        if (!_values.Exists(value => others._texts.Contains(value.GetRawText())))
        {
            return false;
        }

        _values.RemoveAll(value => !others._texts.Contains(value.GetRawText()));
        _texts.IntersectWith(others._texts);
        _abridged = _values.Count > Maximum;
        return true;
    }

    public bool Contains(JsonElement value) => _values.Count == 0 || _texts.Contains(value.GetRawText());

    /// <summary>Writes the keyword, or returns the sentence that replaces it.</summary>
    public string? Write(Utf8JsonWriter writer)
    {
        if (_values.Count == 0)
        {
            return null;
        }

        if (_abridged)
        {
            return $"one of {_values.Count.ToString(CultureInfo.InvariantCulture)} values such as {string.Join(", ", _values.Take(8).Select(value => value.ToString()))}";
        }

        writer.WriteStartArray("enum");
        _values.ForEach(value => value.WriteTo(writer));
        writer.WriteEndArray();
        return null;
    }

    public static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
    };

    /// <summary>Returns the value in one of the types, converted if only its spelling differs; null if it fits none.</summary>
    public static JsonElement? Fit(JsonElement value, IReadOnlyList<string> types)
    {
        if (value.ValueKind == JsonValueKind.Number && (!value.TryGetDouble(out var magnitude) || Math.Abs(magnitude) > 9007199254740991))
        {
            return null;
        }

        var own = TypeOf(value);
        if (types.Count == 0 || types.Contains(own) || (own == "integer" && types.Contains("number")))
        {
            return own is "object" or "array" ? value.Clean() : value;
        }

        if (own == "number" && types.Contains("integer") && value.GetDouble() is var real && real == Math.Floor(real))
        {
            return JsonBuffer.Element(writer => writer.WriteNumberValue((long)real));
        }

        if (types.Contains("string") && own is "integer" or "number" or "boolean")
        {
            var text = value.GetRawText();
            return JsonBuffer.Element(writer => writer.WriteStringValue(text));
        }

        return value.Text() is { } written ? Parsed(written.Trim(), types) : null;
    }

    private static JsonElement? Parsed(string text, IReadOnlyList<string> types)
    {
        if (types.Contains("boolean") && bool.TryParse(text, out var flag))
        {
            return JsonBuffer.Element(writer => writer.WriteBooleanValue(flag));
        }

        if (types.Contains("integer") && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            && Math.Abs((decimal)integer) <= 9007199254740991)
        {
            return JsonBuffer.Element(writer => writer.WriteNumberValue(integer));
        }

        if (types.Contains("number") && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return JsonBuffer.Element(writer => writer.WriteNumberValue(number));
        }

        return null;
    }
}
