using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>
/// One node of a tool's JSON Schema, as it is written. All code reads schemas by this class, so that all readings agree.
/// A reference always leads to the same node, so a schema that refers to itself is a circular graph. A walk over it must bound its depth.
/// A keyword with a senseless value counts as absent. The class is immutable and safe for many threads. Children are read on demand.
/// </summary>
public sealed class ToolSchema
{
    /// <summary>The longest chain of references that is followed.</summary>
    internal const int MaximumChain = 64;

    private readonly SchemaReferences _references;
    private IReadOnlyList<ToolSchemaProperty>? _properties;
    private IReadOnlyList<ToolSchema>? _prefixItems;
    private IReadOnlyList<ToolSchema>? _allOf;
    private IReadOnlyList<ToolSchema>? _anyOf;
    private IReadOnlyList<ToolSchema>? _oneOf;
    private IReadOnlyList<KeyValuePair<string, ToolSchema>>? _patternProperties;
    private ToolSchema? _items;
    private ToolSchema? _additional;

    internal ToolSchema(JsonElement source, SchemaReferences? references = null)
    {
        Source = source;
        _references = references ?? new SchemaReferences(this);
    }

    /// <summary>The node as JSON.</summary>
    public JsonElement Source { get; }

    /// <summary>Whether the node is an object. The schemas <c>true</c> and <c>false</c> are not, and neither is a broken schema.</summary>
    public bool IsObject => Source.ValueKind == JsonValueKind.Object;

    /// <summary>Whether the node is the schema <c>false</c>, which no value meets.</summary>
    public bool IsNever => Source.ValueKind == JsonValueKind.False;

    /// <summary>The text of <c>$ref</c>, or null.</summary>
    public string? ReferenceText => SchemaKeyword.Text(Source, "$ref");

    /// <summary>The target of <c>$ref</c>. Null if there is no reference or no target.</summary>
    public ToolSchema? Reference => ReferenceText is { } reference ? _references.Find(reference) : null;

    /// <summary>The last part of the reference: the name of the definition.</summary>
    public string? Definition => ReferenceText is { } reference ? reference[(reference.LastIndexOf('/') + 1)..] : null;

    /// <summary>The first node along the references that has none itself. Null if the references end nowhere or form a circle.</summary>
    public ToolSchema? Resolved
    {
        get
        {
            var at = this;
            for (var hop = 0; at?.ReferenceText is not null; hop++)
            {
                at = hop < MaximumChain ? at.Reference : null;
            }

            return at;
        }
    }

    /// <summary>The node and the targets of its references, in this order. Keywords beside a reference count too.</summary>
    public IReadOnlyList<ToolSchema> Chain
    {
        get
        {
            var chain = new List<ToolSchema> { this };
            while (chain[^1].Reference is { } next && !chain.Contains(next))
            {
                chain.Add(next);
            }

            return chain;
        }
    }

    /// <summary>The names in <c>type</c>, in their order. An entry that is not a text is given as an empty text.</summary>
    public IReadOnlyList<string> Types => !IsObject || !Source.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.String ? [type.GetString()!]
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.ValueKind == JsonValueKind.String ? t.GetString()! : "")]
        : [];

    /// <summary>
    /// The first type other than "null", or "null" if it is the only one. Without types, the type that other keywords imply. Null if nothing implies
    /// one.
    /// </summary>
    public string? Type
    {
        get
        {
            var types = Types;
            return types.FirstOrDefault(t => t is not ("null" or "")) ?? (types.Contains("null") ? "null" : Implied);
        }
    }

    private string? Implied => HasProperties ? "object" : Items is not null || PrefixItems.Count > 0 ? "array" : null;

    /// <summary>Whether <c>nullable</c> is set. A type may name null beside it.</summary>
    public bool IsNullable => SchemaKeyword.Flag(Source, "nullable");

    /// <summary>The allowed values, with JSON null if it is allowed. Null if no values are listed.</summary>
    public IReadOnlyList<Value>? Enum => SchemaKeyword.Array(Source, "enum") is { } values
        ? [.. values.EnumerateArray().Select(SchemaKeyword.Value).OfType<Value>()]
        : null;

    /// <summary>The only allowed value, which may be JSON null. Null if there is none.</summary>
    public Value? Const => SchemaKeyword.ValueOf(Source, "const");

    /// <summary>The value of an omitted argument, which may be JSON null. Null if there is none.</summary>
    public Value? Default => SchemaKeyword.ValueOf(Source, "default");

    /// <summary>The example, or the first of several.</summary>
    public Value? Example => IsObject && Source.TryGetProperty("example", out var example) ? SchemaKeyword.Value(example)
        : SchemaKeyword.Array(Source, "examples") is { } examples && examples.GetArrayLength() > 0 ? SchemaKeyword.Value(examples[0])
        : null;

    /// <summary>The smallest allowed number. Null also if the flag of an older schema excludes the bound.</summary>
    public double? Minimum => SchemaKeyword.Flag(Source, "exclusiveMinimum") ? null : SchemaKeyword.Number(Source, "minimum");

    public double? Maximum => SchemaKeyword.Flag(Source, "exclusiveMaximum") ? null : SchemaKeyword.Number(Source, "maximum");

    public double? ExclusiveMinimum => SchemaKeyword.Number(Source, SchemaKeyword.Flag(Source, "exclusiveMinimum") ? "minimum" : "exclusiveMinimum");

    public double? ExclusiveMaximum => SchemaKeyword.Number(Source, SchemaKeyword.Flag(Source, "exclusiveMaximum") ? "maximum" : "exclusiveMaximum");

    public double? MultipleOf => SchemaKeyword.Number(Source, "multipleOf");

    /// <summary>The bound in code points, a whole number in any form (<c>3</c>, <c>3.0</c>). Null if there is none.</summary>
    public int? MinLength => SchemaKeyword.Size(Source, "minLength");

    /// <inheritdoc cref="MinLength"/>
    public int? MaxLength => SchemaKeyword.Size(Source, "maxLength");

    public int? MinItems => SchemaKeyword.Size(Source, "minItems");

    public int? MaxItems => SchemaKeyword.Size(Source, "maxItems");

    public int? MinProperties => SchemaKeyword.Size(Source, "minProperties");

    public bool UniqueItems => SchemaKeyword.Flag(Source, "uniqueItems");

    public bool ReadOnly => SchemaKeyword.Flag(Source, "readOnly");

    public string? Title => SchemaKeyword.Text(Source, "title");

    public string? Description => SchemaKeyword.Text(Source, "description");

    public string? Format => SchemaKeyword.Text(Source, "format");

    public string? Pattern => SchemaKeyword.Text(Source, "pattern");

    /// <summary>The names of the required members, declared or not, in their order and without repetitions.</summary>
    public IReadOnlyList<string> Required => SchemaKeyword.Names(SchemaKeyword.Array(Source, "required"));

    /// <summary>Whether the schema declares members. The declaration may be empty.</summary>
    public bool HasProperties => SchemaKeyword.Object(Source, "properties") is not null;

    /// <summary>The declared members in their order.</summary>
    public IReadOnlyList<ToolSchemaProperty> Properties => Once(ref _properties, static schema => schema.ReadProperties());

    /// <summary>The patterns of member names, each with the node for its members.</summary>
    public IReadOnlyList<KeyValuePair<string, ToolSchema>> PatternProperties => Once(
        ref _patternProperties,
            static schema => [.. SchemaKeyword.Members(schema.Source, "patternProperties").Select(p => KeyValuePair.Create(p.Name, schema.Child(p.Value)))]);

    /// <summary>The members that the presence of another member requires.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> DependentRequired =>
    [
        .. SchemaKeyword.Members(Source, "dependentRequired").Where(p => p.Value.ValueKind == JsonValueKind.Array)
            .Select(p => KeyValuePair.Create(p.Name, SchemaKeyword.Names(p.Value))),
    ];

    /// <summary>The node of the members that are not declared, which may be <c>true</c> or <c>false</c>. Null if the schema does not mention them.</summary>
    public ToolSchema? Additional => Optional(ref _additional, "additionalProperties");

    /// <summary>The node of the items after the prefix, which may be <c>true</c> or <c>false</c>. Null if the schema does not mention them.</summary>
    public ToolSchema? Items => Optional(ref _items, "items");

    /// <summary>The nodes of the first items. Older schemas write them as a list under <c>items</c>.</summary>
    public IReadOnlyList<ToolSchema> PrefixItems => Once(
        ref _prefixItems, static schema => schema.Children(SchemaKeyword.Array(schema.Source, "items") is not null ? "items" : "prefixItems"));

    public IReadOnlyList<ToolSchema> AllOf => Once(ref _allOf, static schema => schema.Children("allOf"));

    public IReadOnlyList<ToolSchema> AnyOf => Once(ref _anyOf, static schema => schema.Children("anyOf"));

    public IReadOnlyList<ToolSchema> OneOf => Once(ref _oneOf, static schema => schema.Children("oneOf"));

    /// <summary>Reads a schema and all parts of it to which it refers.</summary>
    public static ToolSchema Read(JsonElement schema) => new(schema);

    /// <summary>Returns the declared member with this name, or null.</summary>
    public ToolSchema? Property(string name)
    {
        foreach (var property in Properties)
        {
            if (property.Name == name)
            {
                return property.Schema;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a form of <see cref="AnyOf"/> or <see cref="OneOf"/> is only a condition on members that this node declares itself ("either an
    /// id or a title", "a card needs its token"), and not a schema of its own.
    /// </summary>
    public bool IsCondition(ToolSchema form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return HasProperties && form.IsObject && form.Source.EnumerateObject().Any() && form.Source.EnumerateObject().All(keyword => keyword.Name switch
        {
            "required" => true,
            "properties" => form.HasProperties && form.Properties.All(member => Property(member.Name) is not null),
            _ => false,
        });
    }

    internal ToolSchema Child(JsonElement source) => new(source, _references);

    private List<ToolSchemaProperty> ReadProperties()
    {
        var required = Required.ToHashSet(StringComparer.Ordinal);
        return [.. SchemaKeyword.Members(Source, "properties").Select(p => new ToolSchemaProperty(p.Name, Child(p.Value), required.Contains(p.Name)))];
    }

    private List<ToolSchema> Children(string keyword) => SchemaKeyword.Array(Source, keyword) is { } list ? [.. list.EnumerateArray().Select(Child)] : [];

    private ToolSchema? Optional(ref ToolSchema? field, string keyword) =>
        IsObject && Source.TryGetProperty(keyword, out var source) && source.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False
            ? field ?? Interlocked.CompareExchange(ref field, Child(source), null) ?? field
            : null;

    private T Once<T>(ref T? field, Func<ToolSchema, T> read)
        where T : class => field ?? Interlocked.CompareExchange(ref field, read(this), null) ?? field;
}
