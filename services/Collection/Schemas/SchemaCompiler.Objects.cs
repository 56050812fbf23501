using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>Writes the keywords of objects and lists.</summary>
internal sealed partial class SchemaCompiler
{
    private static readonly string[] OpenKeywords = ["additionalProperties", "unevaluatedProperties", "patternProperties", "propertyNames"];

    /// <returns>The names of the allowed members.</returns>
    private HashSet<string> WriteObject(Utf8JsonWriter writer, SchemaParts parts, SchemaFragment fragment, int depth)
    {
        var required = parts.Required();
        var names = new List<string>();
        var declared = new HashSet<string>(StringComparer.Ordinal);
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
                declared.Add(name);
                if (required.Contains(name) || (schema.ValueKind == JsonValueKind.Object && schema.FlagMember("required")))
                {
                    names.Add(name);
                }
            }

            writer.WriteEndObject();
        }

        if (required.Count > names.Count)
        {
            NoteRequired(parts);
        }

        WriteNames(writer, "required", names);
        WriteOpenMembers(writer, parts, fragment, depth);
        WriteDependencies(writer, parts, declared);
        return declared;
    }

    /// <summary>
    /// Writes the further demands of an object whose properties are single arguments: on members that it does not name, on members that require each
    /// other, and on its forms.
    /// </summary>
    /// <param name="names">The arguments.</param>
    public void WriteObjectRest(Utf8JsonWriter writer, SchemaParts parts, HashSet<string> names, SchemaFragment fragment)
    {
        NoteUnread(parts);
        NoteRequired(parts);
        WriteOpenMembers(writer, parts, fragment, 1, argumentsOnly: true);
        WriteDependencies(writer, parts, names);
        WriteCounts(writer, parts, "minProperties", "maxProperties", from: 1);
        WriteChoices(writer, parts, null, names, [], fragment, 1);
    }

    /// <summary>Counts the names that an object requires without declaring them. They are not demanded, because their schema is unknown.</summary>
    private void NoteRequired(SchemaParts parts)
    {
        var properties = parts.Properties();
        if (parts.Required().Count(name => !properties.Any(property => property.Name == name)) is var missing and > 0)
        {
            repairs.Add("required_without_property", missing);
        }
    }

    private static void WriteNames(Utf8JsonWriter writer, string keyword, IReadOnlyCollection<string> names)
    {
        if (names.Count > 0)
        {
            writer.WriteStartArray(keyword);
            foreach (var name in names)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Writes members beyond the properties: by a pattern of their names, or any.</summary>
    private void WriteOpenMembers(Utf8JsonWriter writer, SchemaParts parts, SchemaFragment fragment, int depth, bool argumentsOnly = false)
    {
        if (!OpenKeywords.Any(parts.Has))
        {
            return;
        }

        var patterns = parts.Named("patternProperties");
        var additional = Additional(parts);
        if (argumentsOnly && parts.Properties().Count > 0)
        {
            // Arguments beside the named ones would reach a program that does not know them.
            if (patterns.Count > 0 || additional is { Schema.ValueKind: JsonValueKind.Object })
            {
                repairs.Add("free_members_not_read");
            }

            return;
        }

        if (patterns.Count == 0 && NamePattern(parts) is { } pattern)
        {
            // A pattern of all names applies to the unnamed members, because the named ones were meant to fit it.
            patterns.Add((pattern, additional?.Document ?? parts[0].Document, additional is { Schema.ValueKind: JsonValueKind.Object } typed
                ? typed.Schema
                : JsonBuffer.Element("true"u8.ToArray())));
            additional = (parts[0].Document, JsonBuffer.Element("false"u8.ToArray()));
        }

        if (patterns.Count > 0)
        {
            writer.WriteStartObject("patternProperties");
            foreach (var (name, document, schema) in patterns)
            {
                writer.WritePropertyName(name);
                Write(writer, document, schema, fragment, depth + 1);
            }

            writer.WriteEndObject();
        }

        switch (additional)
        {
            case { Schema.ValueKind: JsonValueKind.False } when !argumentsOnly || patterns.Count > 0:
                writer.WriteBoolean("additionalProperties", false);
                break;
            case { Schema: { ValueKind: JsonValueKind.Object } schema, Document: var home } when schema.EnumerateObject().Any():
                writer.WritePropertyName("additionalProperties");
                Write(writer, home, schema, fragment, depth + 1);
                break;
            case null when argumentsOnly && parts.Keyword("additionalProperties")?.Value.ValueKind == JsonValueKind.True:
            case { Schema.ValueKind: JsonValueKind.Object } when argumentsOnly:
                repairs.Add("free_members_not_read");
                break;
        }
    }

    /// <summary>Returns the schema of unnamed members; null if they are unrestricted or not mentioned.</summary>
    private static (LoadedDocument Document, JsonElement Schema)? Additional(SchemaParts parts)
    {
        foreach (var keyword in (ReadOnlySpan<string>)["additionalProperties", "unevaluatedProperties"])
        {
            for (var index = 0; index < parts.Count; index++)
            {
                // A part that forbids all but its own properties would forbid those of the other parts. Unevaluated members are those that no part names.
                var (document, part) = parts[index];
                if (part.Member(keyword) is { ValueKind: JsonValueKind.False } never
                    && (keyword[0] == 'u'
                        || parts.Count == 1
                        || parts.Properties().All(property => part.ObjectMember("properties")?.Member(property.Name) is not null)))
                {
                    return (document, never);
                }
            }

            if (parts.Joined(keyword) is { } joined)
            {
                return joined;
            }
        }

        return null;
    }

    private string? NamePattern(SchemaParts parts)
    {
        if (parts.Keyword("propertyNames") is not { Value: var names })
        {
            return null;
        }

        if (names.TextMember("pattern") is { Length: <= MaximumPattern } pattern)
        {
            return pattern;
        }

        repairs.Add("keyword_not_read.propertyNames");
        return null;
    }

    /// <summary>Writes members that require others: <c>dependentRequired</c>, and <c>dependencies</c> of older drafts.</summary>
    private void WriteDependencies(Utf8JsonWriter writer, SchemaParts parts, HashSet<string> names)
    {
        if (!parts.Has("dependentRequired") && !parts.Has("dependencies"))
        {
            return;
        }

        var needs = new List<(string Name, List<string> Needed)>();
        foreach (var keyword in (ReadOnlySpan<string>)["dependentRequired", "dependencies"])
        {
            foreach (var (_, value) in parts.All(keyword))
            {
                foreach (var member in value.DistinctMembers())
                {
                    if (member.Value.ValueKind == JsonValueKind.Object)
                    {
                        repairs.Add("keyword_not_read." + keyword);
                    }
                    else if (member.Value.ValueKind == JsonValueKind.Array && names.Contains(member.Name))
                    {
                        needs.Add((member.Name, [.. member.Value.EnumerateArray().Select(name => name.Text()).OfType<string>().Where(names.Contains)]));
                    }
                }
            }
        }

        if (needs.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("dependentRequired");
        foreach (var group in needs.GroupBy(need => need.Name, StringComparer.Ordinal))
        {
            writer.WriteStartArray(group.Key);
            foreach (var name in group.SelectMany(need => need.Needed).Distinct(StringComparer.Ordinal))
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// Whether a property is left out: a read-only one from arguments, a write-only one from results, and one that is never allowed from both.
    /// </summary>
    public bool Hidden(LoadedDocument document, JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.False)
        {
            return true;
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var flag = use == SchemaUse.Request ? "readOnly" : "writeOnly";
        return schema.FlagMember(flag)
            || (schema.Reference() is { } reference && resolver.Resolve(document, reference) is { } target && target.Element.FlagMember(flag))
            || (schema.ArrayMember("allOf") is { } all && all.EnumerateArray().Any(part => part.FlagMember(flag) || HidesJoined(document, part)));
    }

    private bool HidesJoined(LoadedDocument document, JsonElement part) =>
        document.Joined is { } joined && part.Reference() is { } reference && joined.TryGetValue(reference, out var target)
            && Hidden(target.Document, target.Element);

    private void WriteItems(Utf8JsonWriter writer, SchemaParts parts, string? itemsType, SchemaFragment fragment, int depth)
    {
        var prefix = parts.Has("prefixItems") || parts.Has("items") ? Prefix(parts) : null;
        var rest = prefix is null ? null : Rest(parts);
        if (prefix is { List: var list, Document: var document } && list.GetArrayLength() > 1)
        {
            WriteTuple(writer, document, list, rest, parts, fragment, depth);
            return;
        }

        writer.WritePropertyName("items");
        if (prefix is { List: var single, Document: var owner } && single.GetArrayLength() == 1)
        {
            Write(writer, owner, single[0], fragment, depth + 1);
        }
        else if (parts.Joined("items") is { } items)
        {
            Write(writer, items.Document, items.Schema, fragment, depth + 1);
        }
        else if (parts.Keyword("items") is { Value: { ValueKind: JsonValueKind.True or JsonValueKind.String } odd, Document: var home })
        {
            Write(writer, home, odd, fragment, depth + 1);
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

    /// <summary>Returns the schemas of the first items: <c>prefixItems</c>, or a list under <c>items</c> in older drafts.</summary>
    private (LoadedDocument Document, JsonElement List)? Prefix(SchemaParts parts)
    {
        foreach (var (document, value) in parts.All("prefixItems"))
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                return (document, value);
            }
        }

        foreach (var (document, value) in parts.All("items"))
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                repairs.Add("items_list");
                return (document, value);
            }
        }

        return null;
    }

    /// <summary>Returns the schema of the items after those of a tuple.</summary>
    private static (LoadedDocument Document, JsonElement Schema)? Rest(SchemaParts parts)
    {
        foreach (var keyword in (ReadOnlySpan<string>)["items", "additionalItems", "unevaluatedItems"])
        {
            foreach (var (document, value) in parts.All(keyword))
            {
                if (value.ValueKind is JsonValueKind.Object or JsonValueKind.False)
                {
                    return (document, value);
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Writes the items of a tuple by position, and under <c>items</c> the union of their schemas, for readers that do not know positions. "No
    /// further items" becomes their greatest number.
    /// </summary>
    private void WriteTuple(
        Utf8JsonWriter writer, LoadedDocument document, JsonElement list, (LoadedDocument Document, JsonElement Schema)? rest, SchemaParts parts,
            SchemaFragment fragment, int depth)
    {
        writer.WriteStartArray("prefixItems");
        foreach (var item in list.EnumerateArray())
        {
            Write(writer, document, item, fragment, depth + 1);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("items");
        if (rest is { Schema.ValueKind: JsonValueKind.Object } further)
        {
            Write(writer, further.Document, further.Schema, fragment, depth + 1);
            return;
        }

        Write(writer, document, SchemaParts.Choose([.. list.EnumerateArray()]), fragment, depth + 1);
        if (rest is not null && !SafeNumbers(parts, "maxItems").Any())
        {
            writer.WriteNumber("maxItems", list.GetArrayLength());
        }
    }
}
