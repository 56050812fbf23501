using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>Writes one schema: its type, its values and its bounds. The demands of all its parts apply.</summary>
internal sealed partial class SchemaCompiler
{
    private const string BoundsDisjoint = "bounds_disjoint";

    private static readonly (string Least, string Most)[] CountKeywords =
        [("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

    private void WriteParts(Utf8JsonWriter writer, SchemaParts parts, SchemaFragment fragment, int depth, string? description)
    {
        writer.WriteStartObject();
        if (depth > MaximumDepth)
        {
            repairs.Add("schema_too_deep");
            writer.WriteEndObject();
            return;
        }

        NoteUnread(parts);
        var constants = ConstantChoice.Of(parts, resolver);
        var (types, format) = TypeOf(parts, constants, out var itemsType);
        WriteType(writer, types);
        description ??= (parts.Keyword("description") ?? parts.Keyword("x-ms-summary"))?.Value.Text();
        if (WriteEnumeration(writer, parts, constants, types) is { } told)
        {
            description = description is null ? told : $"{description} ({told})";
        }

        WriteDescription(writer, description);
        format ??= parts.Keyword("format")?.Value.Text();
        if (format is { Length: <= 40 } && !types.Contains("object"))
        {
            writer.WriteString("format", format);
        }

        WriteBounds(writer, parts, types);
        var patterns = WriteTextKeywords(writer, parts, types);
        HashSet<string> names = [];
        if (types.Contains("object"))
        {
            names = WriteObject(writer, parts, fragment, depth);
        }

        if (types.Contains("array"))
        {
            WriteItems(writer, parts, itemsType, fragment, depth);
        }

        WriteChoices(writer, parts, constants, names, patterns, fragment, depth);
        writer.WriteEndObject();
    }

    /// <summary>Counts the keywords of a schema that are not read: demands as repairs, and the others as unread.</summary>
    private void NoteUnread(SchemaParts parts)
    {
        foreach (var name in parts.Unknown)
        {
            if (SchemaKeywords.IsDropped(name))
            {
                repairs.Add("keyword_not_read." + name);
            }
            else
            {
                unread.Add("schema", name);
            }
        }

        parts.NoteBroken(repairs);

        if (parts.All("properties").Any(properties => properties.Value.Member("") is not null))
        {
            repairs.Add("property_without_name");
        }
    }

    private static void WriteType(Utf8JsonWriter writer, IReadOnlyList<string> types)
    {
        if (types.Count == 1)
        {
            writer.WriteString("type", types[0]);
        }
        else if (types.Count > 1)
        {
            writer.WriteStartArray("type");
            foreach (var type in types)
            {
                writer.WriteStringValue(type);
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Returns the types that all parts declare, in standard spelling, or those that the other keywords imply.</summary>
    private (List<string> Types, string? Format) TypeOf(SchemaParts parts, ConstantChoice? constants, out string? itemsType)
    {
        itemsType = null;
        string? format = null;
        List<string>? types = null;
        for (var index = 0; index < parts.Count; index++)
        {
            var declared = DeclaredTypes(parts[index].Element, ref format, ref itemsType);
            if (declared.Count > 0)
            {
                types = types is null ? declared : Common(types, declared);
            }
        }

        if (types is null)
        {
            Imply(parts, constants, types = new List<string>(1));
        }
        else if (types is ["string"] && parts.Keyword("properties") is { Value.ValueKind: JsonValueKind.Object } && parts.Keyword("enum") is null)
        {
            // A string has no properties, so the type is the mistake.
            types[0] = "object";
            repairs.Add("type_corrected");
        }

        var nullable = parts.Count > 0 && (parts[0].Element.FlagMember("nullable") || parts[0].Element.FlagMember("x-nullable"));
        if (nullable && types.Count > 0 && !types.Contains("null"))
        {
            types.Add("null");
        }

        return (types, format);
    }

    private List<string> DeclaredTypes(JsonElement part, ref string? format, ref string? itemsType)
    {
        if (part.Member("type") is not { } declared)
        {
            return [];
        }

        var types = new List<string>(2);

        IEnumerable<JsonElement> words = declared.ValueKind == JsonValueKind.Array ? declared.EnumerateArray() : [declared];
        foreach (var word in words)
        {
            if (word.Text() is not { } written)
            {
                continue;
            }

            var type = TypeNames.Normalize(written);
            if (!TypeNames.IsStandard(written))
            {
                repairs.Add("type_normalized");
            }

            if (type is not null && !types.Contains(type.Name))
            {
                types.Add(type.Name);
                format ??= type.Format;
                itemsType ??= type.Items;
            }
        }

        if (types.Count > 0 && !types.Contains("null") && (part.FlagMember("nullable") || part.FlagMember("x-nullable")))
        {
            types.Add("null");
        }

        return types;
    }

    /// <summary>Returns the types in both lists, where an integer is a number; the first list if they have none in common.</summary>
    private List<string> Common(List<string> types, List<string> others)
    {
        var common = new List<string>(types.Count);
        foreach (var type in types)
        {
            var shared = others.Contains(type) ? type
                : type == "number" && others.Contains("integer") ? "integer"
                : type == "integer" && others.Contains("number") ? "integer"
                : null;
            if (shared is not null && !common.Contains(shared))
            {
                common.Add(shared);
            }
        }

        if (common.Count == 0)
        {
            repairs.Add("types_disjoint");
            return types;
        }

        return common;
    }

    private static void Imply(SchemaParts parts, ConstantChoice? constants, List<string> types)
    {
        if (parts.Keyword("properties") is not null || parts.Keyword("patternProperties") is not null || parts.Keyword("additionalProperties") is { Value.ValueKind: JsonValueKind.Object })
        {
            types.Add("object");
        }
        else if (parts.Keyword("items") is not null || parts.Keyword("prefixItems") is not null)
        {
            types.Add("array");
        }
        else if (parts.Keyword("enum") is { Value: { ValueKind: JsonValueKind.Array } values })
        {
            ImplyFrom(values.EnumerateArray(), types);
        }
        else if (ConstantOf(parts) is { } constant)
        {
            ImplyFrom([constant], types);
        }
        else if (constants is not null)
        {
            ImplyFrom(constants.Values, types);
        }
    }

    private static void ImplyFrom(IEnumerable<JsonElement> values, List<string> types)
    {
        foreach (var value in values)
        {
            var type = EnumerationValues.TypeOf(value);
            if (!types.Contains(type))
            {
                types.Add(type);
            }
        }
    }

    /// <summary>Returns the constant of the first part that has one. <c>null</c> is a constant too.</summary>
    private static JsonElement? ConstantOf(SchemaParts parts)
    {
        for (var index = 0; index < parts.Count && parts.Has("const"); index++)
        {
            if (parts[index].Element.TryGetProperty("const", out var constant) && !constant.IsNoNumber())
            {
                return constant;
            }
        }

        return null;
    }

    /// <summary>Writes the values that all parts allow. Returns the sentence that replaces a keyword.</summary>
    private string? WriteEnumeration(Utf8JsonWriter writer, SchemaParts parts, ConstantChoice? constants, List<string> types)
    {
        var values = Enumerated(parts, constants, types);
        string? told = null;
        if (ConstantOf(parts) is { } constant)
        {
            var fitting = EnumerationValues.Fit(constant, types);
            if (fitting is null || values?.Contains(fitting.Value) == false)
            {
                repairs.Add("const_of_other_type");
                told = values?.Write(writer);
            }
            else
            {
                writer.WritePropertyName("const");
                fitting.Value.WriteTo(writer);
            }
        }
        else
        {
            told = values?.Write(writer);
        }

        if (parts.Keyword("default") is { Value: var value }
            && EnumerationValues.Fit(value, types) is { } chosen
            && (values is null || values.Contains(chosen)))
        {
            writer.WritePropertyName("default");
            chosen.WriteTo(writer);
        }

        return told is null ? constants?.Meaning : constants?.Meaning is { } meaning ? $"{told}; {meaning}" : told;
    }

    private EnumerationValues? Enumerated(SchemaParts parts, ConstantChoice? constants, List<string> types)
    {
        EnumerationValues? values = null;
        if (constants is null && !parts.Has("enum"))
        {
            return null;
        }

        foreach (var (_, list) in parts.All("enum"))
        {
            if (list.ValueKind == JsonValueKind.Array)
            {
                Narrow(EnumerationValues.Read(list.EnumerateArray(), types, repairs));
            }
        }

        if (constants is not null)
        {
            Narrow(EnumerationValues.Read(constants.Values, types, repairs));
        }

        return values;

        void Narrow(EnumerationValues others)
        {
            if (values is null)
            {
                values = others;
            }
            else if (!values.TryIntersect(others))
            {
                repairs.Add("enums_disjoint");
            }
        }
    }

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

    private List<int> Counts(SchemaParts parts, string keyword, int from)
        => [.. SafeNumbers(parts, keyword).Where(count => count >= from && count == Math.Floor(count) && count < int.MaxValue).Select(count => (int)count)];

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
