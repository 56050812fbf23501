using System.Buffers;
using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Text;

namespace AgentScaler.Collection.Schemas;

/// <summary>
/// Compiles the schemas of one document of any dialect to self-contained JSON Schema. Each named schema is compiled once and shared as bytes. A
/// tool's schema is its own fragment plus the definitions that the fragment reaches, so a document with a thousand tools over a thousand schemas
/// takes the sum of their sizes, not the product. Recursive schemas stay recursive, as references among <c>$defs</c>.
/// </summary>
internal sealed partial class SchemaCompiler(ReferenceResolver resolver, SchemaUse use, RepairLog repairs, UnreadLog unread)
{
    private const int MaximumDepth = 40;
    private const int MaximumChoices = 24;
    private const int NestedDescription = 240;
    private const int MaximumPattern = 1000;

    // A reference that is opened in place may lead to the schema that contains it.
    private const int MaximumInlined = 8;

    private readonly Dictionary<(LoadedDocument, string), SchemaDefinition> _definitions = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Queue<(SchemaDefinition Definition, ReferenceTarget Target)> _pending = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly UnionFlattener _unions = new(resolver, repairs);

    /// <summary>Compiles one schema. If it is a reference, its target is opened.</summary>
    public SchemaFragment Compile(LoadedDocument document, JsonElement schema)
    {
        return Compile((writer, fragment) => WriteParts(writer, PartsOf(document, schema), fragment, 0, schema.TextMember("description")));
    }

    /// <summary>Compiles a fragment that <paramref name="write"/> composes, with callbacks for the schemas inside it.</summary>
    public SchemaFragment Compile(Action<Utf8JsonWriter, SchemaFragment> write)
    {
        var fragment = Render(write);
        while (_pending.TryDequeue(out var pending))
        {
            var (definition, target) = pending;
            definition.Body = Render((writer, body) => WriteParts(writer, PartsOf(target), body, 0, null));
        }

        return fragment;
    }

    /// <summary>Returns the parts of a schema. A parent with a discriminator is joined with its subtypes.</summary>
    public SchemaParts PartsOf(LoadedDocument document, JsonElement schema) =>
        _unions.Subtypes(document, schema) is { } union ? SchemaParts.Of(union.Document, union.Schema, resolver) : SchemaParts.Of(document, schema, resolver);

    private SchemaParts PartsOf(ReferenceTarget target) =>
        _unions.Subtypes(target) is { } union
            ? SchemaParts.Of(union.Document, union.Schema, resolver)
            : SchemaParts.Of(target.Document, target.Element, resolver);

    private SchemaFragment Render(Action<Utf8JsonWriter, SchemaFragment> write)
    {
        var fragment = new SchemaFragment();
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, JsonBuffer.Options);
        write(writer, fragment);
        writer.Flush();
        fragment.Json = _buffer.WrittenSpan.ToArray();
        return fragment;
    }

    /// <summary>Writes any schema; a named one becomes a reference.</summary>
    public void Write(Utf8JsonWriter writer, LoadedDocument document, JsonElement schema, SchemaFragment fragment, int depth, string? description = null)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            WriteOdd(writer, schema);
            return;
        }

        document = ReferenceResolver.Scope(document, schema);
        if (schema.Reference() is { } reference)
        {
            WriteReference(writer, document, schema, reference, fragment, depth, description);
            return;
        }

        WriteParts(writer, PartsOf(document, schema), fragment, depth, description);
    }

    /// <summary>Writes a value in place of a schema: <c>true</c>, a bare type name, or an unusable value.</summary>
    private void WriteOdd(Utf8JsonWriter writer, JsonElement schema)
    {
        writer.WriteStartObject();
        if (schema.ValueKind != JsonValueKind.True)
        {
            repairs.Add("schema_not_an_object");
            if (schema.Text() is { } text)
            {
                if (TypeNames.Normalize(text) is { } type)
                {
                    writer.WriteString("type", type.Name);
                }
                else
                {
                    writer.WriteString("description", Descriptions.Clean(text, NestedDescription));
                }
            }
        }

        writer.WriteEndObject();
    }

    private void WriteReference(
        Utf8JsonWriter writer, LoadedDocument document, JsonElement schema, string reference, SchemaFragment fragment, int depth, string? description)
    {
        description ??= schema.TextMember("description");
        var target = resolver.Resolve(document, reference);
        if (target is null || target.Element.ValueKind != JsonValueKind.Object)
        {
            repairs.AddBroken("broken_reference", document, reference);
            writer.WriteStartObject();
            WriteDescription(writer, description);
            writer.WriteEndObject();
            return;
        }

        if (IsSimple(target.Element) || (HasOwnShape(schema) && depth <= MaximumInlined))
        {
            WriteParts(writer, SchemaParts.Of(document, schema, resolver), fragment, depth, description);
            return;
        }

        NoteBeside(schema);
        var definition = Define(target);
        fragment.Refer(definition);
        writer.WriteStartObject();
        if (schema.FlagMember("nullable") || schema.FlagMember("x-nullable"))
        {
            WriteNullable(writer, definition);
        }
        else
        {
            writer.WriteString("$ref", "#/$defs/" + definition.Name);
        }

        WriteDescription(writer, description);
        writer.WriteEndObject();
    }

    private static void WriteNullable(Utf8JsonWriter writer, SchemaDefinition definition)
    {
        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        writer.WriteString("$ref", "#/$defs/" + definition.Name);
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "null");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>Counts demands beside a reference to a schema with its own members. They are rare and are not written.</summary>
    private void NoteBeside(JsonElement schema)
    {
        foreach (var member in schema.EnumerateObject())
        {
            if (SchemaKeywords.Demands(member))
            {
                repairs.Add("beside_reference_not_read." + member.Name);
            }
        }
    }

    /// <summary>Whether a schema is so small that a reference to it would be larger.</summary>
    private static bool IsSimple(JsonElement schema)
    {
        foreach (var member in schema.EnumerateObject())
        {
            switch (member.Name)
            {
                case "properties" or "items" or "allOf" or "anyOf" or "oneOf" or "$ref" or "prefixItems" or "patternProperties":
                case "additionalProperties" when member.Value.ValueKind == JsonValueKind.Object:
                case "enum" when member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 24:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether a reference has properties beside it, which extend its target.</summary>
    private static bool HasOwnShape(JsonElement schema) =>
        schema.ObjectMember("properties") is not null || schema.ArrayMember("allOf") is not null || schema.ArrayMember("required") is not null;

    private SchemaDefinition Define(ReferenceTarget target)
    {
        var key = (target.Document, target.Pointer);
        if (!_definitions.TryGetValue(key, out var definition))
        {
            definition = new SchemaDefinition(Unique(DefinitionName(target.Pointer)), StubType(target));
            _definitions[key] = definition;
            _pending.Enqueue((definition, target));
        }

        return definition;
    }

    private string StubType(ReferenceTarget target)
    {
        var parts = SchemaParts.Of(target.Document, target.Element, resolver);
        return TypeOf(parts, null, out _).Types is [var only] ? only : "";
    }

    private static string DefinitionName(string pointer)
    {
        var last = Uri.UnescapeDataString(pointer[(pointer.LastIndexOf('/') + 1)..]);
        var name = string.Concat(last.Where(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.'));
        return name.Length == 0 ? "Schema" : name.Length > 80 ? name[..80] : name;
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var number = 2; !_names.Add(unique); number++)
        {
            unique = $"{name}_{number}";
        }

        return unique;
    }

    private static void WriteDescription(Utf8JsonWriter writer, string? description)
    {
        if (description is not null && Descriptions.Clean(description, NestedDescription) is { Length: > 0 } clean)
        {
            writer.WriteString("description", clean);
        }
    }
}
