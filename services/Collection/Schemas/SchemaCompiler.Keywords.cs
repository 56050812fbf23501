using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>Writes one schema: its type, its values and its bounds. The demands of all its parts apply.</summary>
internal sealed partial class SchemaCompiler
{
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
        if (parts.Keyword("properties") is not null
            || parts.Keyword("patternProperties") is not null
            || parts.Keyword("additionalProperties") is { Value.ValueKind: JsonValueKind.Object })
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
}
