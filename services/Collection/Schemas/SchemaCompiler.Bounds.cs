using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>Writes the bounds of numbers, texts, lists and objects. The narrowest of all parts counts.</summary>
internal sealed partial class SchemaCompiler
{
    private const string BoundsDisjoint = "bounds_disjoint";

    private static readonly (string Least, string Most)[] CountKeywords =
        [("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

    private void WriteBounds(Utf8JsonWriter writer, SchemaParts parts, List<string> types)
    {
        if (types.Contains("integer") || types.Contains("number"))
        {
            WriteRange(writer, parts);
            if (parts.Has("multipleOf") && SafeNumbers(parts, "multipleOf").Where(number => number > 0).ToList() is { Count: > 0 } multiples)
            {
                writer.WriteNumber("multipleOf", multiples.Max());
                if (multiples.Distinct().Count() > 1)
                {
                    repairs.Add("keyword_not_read.multipleOf", multiples.Distinct().Count() - 1);
                }
            }
        }

        foreach (var (least, most) in CountKeywords)
        {
            if (Bounds(least, types) && (parts.Has(least) || parts.Has(most)))
            {
                WriteCounts(writer, parts, least, most);
            }
        }

        if (types.Contains("array") && parts.Flag("uniqueItems"))
        {
            writer.WriteBoolean("uniqueItems", true);
        }
    }

    /// <summary>Writes the keywords of text. Returns the patterns beyond the first, each of which needs a separate schema.</summary>
    private List<string> WriteTextKeywords(Utf8JsonWriter writer, SchemaParts parts, List<string> types)
    {
        if (!types.Contains("string") || !(parts.Has("pattern") || parts.Has("contentEncoding") || parts.Has("contentMediaType")))
        {
            return [];
        }

        foreach (var keyword in (ReadOnlySpan<string>)["contentEncoding", "contentMediaType"])
        {
            if (parts.Keyword(keyword)?.Value.Text() is { Length: <= 80 } text)
            {
                writer.WriteString(keyword, text);
            }
        }

        var patterns = parts.All("pattern").Select(pattern => pattern.Value.Text()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var tooLong = patterns.RemoveAll(pattern => pattern.Length > MaximumPattern);
        if (tooLong > 0)
        {
            repairs.Add("pattern_too_long", tooLong);
        }

        if (patterns.Count > 0)
        {
            patterns.Sort(StringComparer.Ordinal);
            writer.WriteString("pattern", patterns[0]);
            patterns.RemoveAt(0);
        }

        return patterns;
    }

    private static bool Bounds(string keyword, List<string> types) => keyword switch
    {
        "minLength" => types.Contains("string"),
        "minItems" => types.Contains("array"),
        _ => types.Contains("object"),
    };

    /// <summary>Writes the counts that all parts allow. A least count above the greatest allows nothing, so both are left out.</summary>
    private void WriteCounts(Utf8JsonWriter writer, SchemaParts parts, string least, string most, int from = 0)
    {
        var (low, high) = (Counts(parts, least, from), Counts(parts, most, from));
        if (low.Count > 0 && high.Count > 0 && low.Max() > high.Min())
        {
            repairs.Add(BoundsDisjoint);
            return;
        }

        if (low.Count > 0)
        {
            writer.WriteNumber(least, low.Max());
        }

        if (high.Count > 0)
        {
            writer.WriteNumber(most, high.Min());
        }
    }

    private List<int> Counts(SchemaParts parts, string keyword, int from) =>
        [.. SafeNumbers(parts, keyword).Where(count => count >= from && count == Math.Floor(count) && count < int.MaxValue).Select(count => (int)count)];

    /// <summary>Writes the range that all parts allow. A minimum above the maximum allows nothing, so both are left out.</summary>
    private void WriteRange(Utf8JsonWriter writer, SchemaParts parts)
    {
        var (low, high) = (Narrowest(parts, "minimum", "exclusiveMinimum", 1), Narrowest(parts, "maximum", "exclusiveMaximum", -1));
        if (low is { } least && high is { } most && (least.Value > most.Value || (least.Value == most.Value && (least.IsOut || most.IsOut))))
        {
            repairs.Add(BoundsDisjoint);
            return;
        }

        if (low is { } minimum)
        {
            writer.WriteNumber(minimum.IsOut ? "exclusiveMinimum" : "minimum", minimum.Value);
        }

        if (high is { } maximum)
        {
            writer.WriteNumber(maximum.IsOut ? "exclusiveMaximum" : "maximum", maximum.Value);
        }
    }

    /// <summary>Returns the narrowest bound of all parts: the greatest minimum (<paramref name="sign"/> 1) or the least maximum (-1).</summary>
    private (double Value, bool IsOut)? Narrowest(SchemaParts parts, string inclusive, string exclusive, int sign)
    {
        if (!parts.Has(inclusive) && !parts.Has(exclusive))
        {
            return null;
        }

        (double Value, bool IsOut)? narrowest = null;
        for (var index = 0; index < parts.Count; index++)
        {
            // OpenAPI 3.0 says whether the bound itself is excluded. JSON Schema 2020-12 states the exclusive bound.
            var part = parts[index].Element;
            Consider(SafeNumber(part.Member(exclusive)), true);
            Consider(SafeNumber(part.Member(inclusive)), part.FlagMember(exclusive));
        }

        return narrowest;

        void Consider(double? value, bool isOut)
        {
            if (value is { } number && (narrowest is not { } known || number * sign > known.Value * sign || (number == known.Value && isOut)))
            {
                narrowest = (number, isOut);
            }
        }
    }

    private IEnumerable<double> SafeNumbers(SchemaParts parts, string keyword)
    {
        foreach (var (_, value) in parts.All(keyword))
        {
            if (SafeNumber(value) is { } number)
            {
                yield return number;
            }
        }
    }

    /// <summary>Returns a number that every implementation holds exactly. The limits of 64-bit integers are not real limits.</summary>
    private double? SafeNumber(JsonElement? written)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (written is { ValueKind: JsonValueKind.String } text && double.TryParse(text.GetString(), Plain, CultureInfo.InvariantCulture, out var told))
        {
            // JSON from protocol buffers writes 64-bit counts as text.
            repairs.Add("bound_as_text");
            written = JsonBuffer.Element(writer => writer.WriteNumberValue(told));
        }

        if (written is not { ValueKind: JsonValueKind.Number } value)
        {
            return null;
        }

        if (value.TryGetDouble(out var number) && Math.Abs(number) <= 9007199254740991)
        {
            return number;
        }

        // A non-finite number of the document was counted when its text was read.
        if (!JsonMarshal.GetRawUtf8Value(value).SequenceEqual(JsonText.NoNumber))
        {
            repairs.Add("bound_beyond_range");
        }

        return null;
    }
}
