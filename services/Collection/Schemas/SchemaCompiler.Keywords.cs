using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>Writing one schema, keyword by keyword.</summary>
internal sealed partial class SchemaCompiler
{
    private static readonly string[] CountKeywords = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];

    private void WriteParts(Utf8JsonWriter writer, SchemaParts parts, SchemaFragment fragment, int depth, string? description)
    {
        writer.WriteStartObject();
        if (depth > MaximumDepth)
        {
            repairs.Add("schema_too_deep");
            writer.WriteEndObject();
            return;
        }

        var (types, format) = TypeOf(parts, out var itemsType);
        WriteType(writer, types);
        description ??= parts.Keyword("description")?.Value.Text();
        if (WriteEnumeration(writer, parts, types) is { } abridged)
        {
            description = description is null ? abridged : $"{description} ({abridged})";
        }

        WriteDescription(writer, description);
        format ??= parts.Keyword("format")?.Value.Text();
        if (format is { Length: <= 40 } && !types.Contains("object"))
        {
            writer.WriteString("format", format);
        }

        WriteBounds(writer, parts, types);
        if (types.Contains("object"))
        {
            WriteObject(writer, parts, fragment, depth);
        }

        if (types.Contains("array"))
        {
            WriteItems(writer, parts, itemsType, fragment, depth);
        }

        WriteChoices(writer, parts, fragment, depth);
        writer.WriteEndObject();
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

    /// <summary>Declared types in standard spelling, or those that the other keywords imply.</summary>
    private (List<string> Types, string? Format) TypeOf(SchemaParts parts, out string? itemsType)
    {
        itemsType = null;
        string? format = null;
        var types = new List<string>(1);
        var nullable = parts.Count > 0 && (parts[0].Element.FlagMember("nullable") || parts[0].Element.FlagMember("x-nullable"));
        if (parts.Keyword("type") is { Value: var declared })
        {
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
        }

        if (types.Count == 0)
        {
            Imply(parts, types);
        }
        else if (types is ["string"] && parts.Keyword("properties") is { Value.ValueKind: JsonValueKind.Object } && parts.Keyword("enum") is null)
        {
            // A string has no properties: the wrong word is the type.
            types[0] = "object";
            repairs.Add("type_corrected");
        }

        if (nullable && types.Count > 0 && !types.Contains("null"))
        {
            types.Add("null");
        }

        return (types, format);
    }

    private static void Imply(SchemaParts parts, List<string> types)
    {
        if (parts.Keyword("properties") is not null || parts.Keyword("additionalProperties") is { Value.ValueKind: JsonValueKind.Object })
        {
            types.Add("object");
        }
        else if (parts.Keyword("items") is not null)
        {
            types.Add("array");
        }
        else if (parts.Keyword("enum") is { Value: { ValueKind: JsonValueKind.Array } values })
        {
            foreach (var value in values.EnumerateArray())
            {
                var type = EnumerationValues.TypeOf(value);
                if (!types.Contains(type))
                {
                    types.Add(type);
                }
            }
        }
    }

    private string? WriteEnumeration(Utf8JsonWriter writer, SchemaParts parts, List<string> types)
    {
        string? abridged = null;
        EnumerationValues? values = null;
        if (parts.Keyword("enum") is { Value: { ValueKind: JsonValueKind.Array } list })
        {
            values = EnumerationValues.Read(list, types, repairs);
            abridged = values.Write(writer);
        }
        else if (parts.Keyword("const") is { Value: var constant } && constant.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False)
        {
            writer.WritePropertyName("const");
            constant.WriteTo(writer);
        }

        if (parts.Keyword("default") is { Value: var value }
            && EnumerationValues.Fit(value, types) is { } fitting
            && (values is null || values.Contains(fitting)))
        {
            writer.WritePropertyName("default");
            fitting.WriteTo(writer);
        }

        return abridged;
    }

    private void WriteBounds(Utf8JsonWriter writer, SchemaParts parts, List<string> types)
    {
        if (types.Contains("integer") || types.Contains("number"))
        {
            WriteRange(writer, parts, "minimum", "exclusiveMinimum");
            WriteRange(writer, parts, "maximum", "exclusiveMaximum");
            if (SafeNumber(parts, "multipleOf") is { } multiple && multiple > 0)
            {
                writer.WriteNumber("multipleOf", multiple);
            }
        }

        foreach (var keyword in CountKeywords)
        {
            if (SafeNumber(parts, keyword) is { } count && count >= 0 && count == Math.Floor(count) && count < int.MaxValue && Bounds(keyword, types))
            {
                writer.WriteNumber(keyword, (int)count);
            }
        }

        if (types.Contains("string") && parts.Keyword("pattern")?.Value.Text() is { Length: <= 1000 } pattern)
        {
            writer.WriteString("pattern", pattern);
        }

        if (types.Contains("array") && parts.Flag("uniqueItems"))
        {
            writer.WriteBoolean("uniqueItems", true);
        }
    }

    private static bool Bounds(string keyword, List<string> types) => keyword switch
    {
        "minLength" or "maxLength" => types.Contains("string"),
        "minItems" or "maxItems" => types.Contains("array"),
        _ => types.Contains("object"),
    };

    private void WriteRange(Utf8JsonWriter writer, SchemaParts parts, string inclusive, string exclusive)
    {
        // OpenAPI 3.0 says whether the bound itself is out; JSON Schema 2020-12 states the exclusive bound.
        if (SafeNumber(parts, exclusive) is { } bound)
        {
            writer.WriteNumber(exclusive, bound);
        }

        if (SafeNumber(parts, inclusive) is { } limit)
        {
            writer.WriteNumber(parts.Flag(exclusive) ? exclusive : inclusive, limit);
        }
    }

    /// <summary>A number that every implementation holds exactly; limits of 64-bit integers are no real limits.</summary>
    private double? SafeNumber(SchemaParts parts, string keyword)
    {
        if (parts.Keyword(keyword) is not { Value: { ValueKind: JsonValueKind.Number } value })
        {
            return null;
        }

        if (value.TryGetDouble(out var number) && Math.Abs(number) <= 9007199254740991)
        {
            return number;
        }

        repairs.Add("bound_beyond_range");
        return null;
    }

    private void WriteObject(Utf8JsonWriter writer, SchemaParts parts, SchemaFragment fragment, int depth)
    {
        var required = parts.Required();
        var names = new List<string>();
        var properties = parts.Properties();
        if (properties.Count > 0)
        {
            writer.WriteStartObject("properties");
            foreach (var (name, document, schema) in properties)
            {
                if (Hidden(document, schema))
                {
                    continue;
                }

                writer.WritePropertyName(name);
                Write(writer, document, schema, fragment, depth + 1);
                if (required.Contains(name) || (schema.ValueKind == JsonValueKind.Object && schema.FlagMember("required")))
                {
                    names.Add(name);
                }
            }

            writer.WriteEndObject();
        }

        if (required.Count > names.Count)
        {
            repairs.Add("required_without_property", required.Count(name => !properties.Exists(property => property.Name == name)));
        }

        if (names.Count > 0)
        {
            writer.WriteStartArray("required");
            names.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }

        if (parts.Keyword("additionalProperties") is { Value: var additional, Document: var home })
        {
            // A part that forbids more than its own properties would forbid those of the other parts.
            if (additional.ValueKind == JsonValueKind.False && parts.Count == 1)
            {
                writer.WriteBoolean("additionalProperties", false);
            }
            else if (additional.ValueKind == JsonValueKind.Object && additional.EnumerateObject().Any())
            {
                writer.WritePropertyName("additionalProperties");
                Write(writer, home, additional, fragment, depth + 1);
            }
        }
    }

    /// <summary>Read-only properties are no arguments and write-only ones no results.</summary>
    public bool Hidden(LoadedDocument document, JsonElement schema)
    {
        var flag = use == SchemaUse.Request ? "readOnly" : "writeOnly";
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        return schema.FlagMember(flag)
            || (schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String
                && resolver.Resolve(document, reference.GetString()!) is { } target && target.Element.FlagMember(flag));
    }

    private void WriteItems(Utf8JsonWriter writer, SchemaParts parts, string? itemsType, SchemaFragment fragment, int depth)
    {
        var items = parts.Keyword("items") ?? parts.Keyword("prefixItems");
        writer.WritePropertyName("items");
        if (items is { Value: { ValueKind: JsonValueKind.Array } list, Document: var document })
        {
            repairs.Add("items_list");
            WriteTuple(writer, document, list, fragment, depth);
        }
        else if (items is { Value: var schema, Document: var home })
        {
            Write(writer, home, schema, fragment, depth + 1);
        }
        else
        {
            writer.WriteStartObject();
            if (itemsType is not null)
            {
                writer.WriteString("type", itemsType);
            }

            writer.WriteEndObject();
            repairs.Add("array_without_items");
        }
    }

    private void WriteTuple(Utf8JsonWriter writer, LoadedDocument document, JsonElement list, SchemaFragment fragment, int depth)
    {
        if (list.GetArrayLength() == 1)
        {
            Write(writer, document, list[0], fragment, depth + 1);
            return;
        }

        writer.WriteStartObject();
        if (list.GetArrayLength() > 0)
        {
            writer.WriteStartArray("anyOf");
            foreach (var item in list.EnumerateArray().Take(MaximumChoices))
            {
                Write(writer, document, item, fragment, depth + 1);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void WriteChoices(Utf8JsonWriter writer, SchemaParts parts, SchemaFragment fragment, int depth)
    {
        var choices = parts.Keyword("oneOf") ?? parts.Keyword("anyOf");
        if (choices is not { Value: { ValueKind: JsonValueKind.Array } list, Document: var document } || list.GetArrayLength() < 2)
        {
            return;
        }

        writer.WriteStartArray("anyOf");
        foreach (var choice in list.EnumerateArray().Take(MaximumChoices))
        {
            Write(writer, document, choice, fragment, depth + 1);
        }

        writer.WriteEndArray();
    }
}
