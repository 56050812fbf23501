using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>
/// One node of a JSON Schema, references resolved, <c>allOf</c> merged and the first variant of <c>oneOf</c> and
/// <c>anyOf</c> chosen. Children are read on demand, so a cyclic schema is a cyclic graph: whoever walks it bounds the depth.
/// </summary>
public sealed class SchemaNode
{
    private const int MaxProperties = 400;
    private readonly SchemaDocument _document;
    private readonly IReadOnlyList<JsonElement> _parts;
    private SchemaNode? _items;
    private SchemaNode? _additional;
    private IReadOnlyList<SchemaProperty>? _properties;
    private IReadOnlyList<NodeKind>? _kinds;

    internal SchemaNode(SchemaDocument document, IReadOnlyList<JsonElement> parts, string? definition, bool nullable)
    {
        _document = document;
        _parts = parts;
        Definition = definition;
        (Kind, var typedNull) = ReadKind();
        Enum = ReadEnum(out var enumNull);
        Nullable = nullable || typedNull || enumNull || Flag("nullable") || Flag("x-nullable");
        if (Kind == NodeKind.Any && Enum is { Count: > 0 })
        {
            Kind = KindOf(Enum[0]);
        }
    }

    public NodeKind Kind { get; }

    public bool Nullable { get; }

    /// <summary>The allowed values without null, or null.</summary>
    public IReadOnlyList<Value>? Enum { get; }

    /// <summary>Name of the definition that the node was referenced by, or its title.</summary>
    public string? Definition { get; }

    public string? Title => Text("title");

    public string? Format => Text("format");

    public string? Pattern => Text("pattern");

    public string? Description => Text("description");

    public double? Minimum => Number("minimum") ?? (Number("exclusiveMinimum") is { } bound ? Above(bound) : null);

    public double? Maximum => Number("maximum") ?? (Number("exclusiveMaximum") is { } bound ? Below(bound) : null);

    public double? MultipleOf => Number("multipleOf");

    public int? MinLength => Count("minLength");

    public int? MaxLength => Count("maxLength");

    public int? MinItems => Count("minItems");

    public int? MaxItems => Count("maxItems");

    public int? MinProperties => Count("minProperties");

    public bool UniqueItems => Flag("uniqueItems");

    public bool ReadOnly => Flag("readOnly");

    /// <summary>Whether properties beyond the declared ones are refused.</summary>
    public bool Closed => _parts.Any(p => p.TryGetProperty("additionalProperties", out var a) && a.ValueKind == JsonValueKind.False);

    public bool Scalar => Kind is NodeKind.String or NodeKind.Integer or NodeKind.Number or NodeKind.Boolean;

    /// <summary>Whether the schema takes values of several kinds, of which <see cref="Kind"/> is the first.</summary>
    public bool Mixed => Kinds.Count > 1;

    /// <summary>Whether some value of this kind may stand here.</summary>
    public bool Admits(NodeKind kind) => Kinds.Contains(kind) || (kind == NodeKind.Integer && Kinds.Contains(NodeKind.Number)) || Kinds.Contains(NodeKind.Any);

    /// <summary>Every kind that the types and variants of the schema name, null left out.</summary>
    private IReadOnlyList<NodeKind> Kinds => _kinds ??= [.. ReadKinds().Prepend(Kind).Where(k => k != NodeKind.Null).Distinct()];

    public Value? Default => _parts.Select(p => p.TryGetProperty("default", out var d) ? SchemaDocument.ToValue(d) : null).FirstOrDefault(v => v is not null);

    public Value? Example => _parts.Select(ReadExample).FirstOrDefault(v => v is not null);

    public SchemaNode Items => _items ??= Find("items") is { } items ? _document.Node(items) : _document.Anything;

    /// <summary>The schema of the values of a map; null where the object is no map.</summary>
    public SchemaNode? Additional => _additional ??= Find("additionalProperties") is { } extra ? _document.Node(extra) : null;

    public IReadOnlyList<SchemaProperty> Properties => _properties ??= ReadProperties();

    public SchemaProperty? Property(string name) => Properties.FirstOrDefault(p => p.Name == name);

    private static NodeKind KindOf(Value value) => value.Kind switch
    {
        ValueKind.String => NodeKind.String,
        ValueKind.Number => value.IsInteger ? NodeKind.Integer : NodeKind.Number,
        ValueKind.Boolean => NodeKind.Boolean,
        ValueKind.Array => NodeKind.Array,
        ValueKind.Object => NodeKind.Object,
        _ => NodeKind.Any,
    };

    private static NodeKind KindOf(string? type) => type switch
    {
        "string" => NodeKind.String,
        "integer" => NodeKind.Integer,
        "number" => NodeKind.Number,
        "boolean" => NodeKind.Boolean,
        "array" => NodeKind.Array,
        "object" => NodeKind.Object,
        "null" => NodeKind.Null,
        _ => NodeKind.Any,
    };

    private (NodeKind Kind, bool Nullable) ReadKind()
    {
        foreach (var part in _parts)
        {
            if (!part.TryGetProperty("type", out var type))
            {
                continue;
            }

            if (type.ValueKind == JsonValueKind.String && KindOf(type.GetString()) is var kind and not NodeKind.Any)
            {
                return (kind, false);
            }

            if (type.ValueKind == JsonValueKind.Array)
            {
                var kinds = type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => KindOf(t.GetString())).ToList();
                var first = kinds.FirstOrDefault(k => k is not NodeKind.Null and not NodeKind.Any);
                if (first != NodeKind.Any)
                {
                    return (first, kinds.Contains(NodeKind.Null));
                }
            }
        }

        return Find("properties") is not null ? (NodeKind.Object, false)
            : Find("items") is not null ? (NodeKind.Array, false)
            : Find("additionalProperties") is not null ? (NodeKind.Object, false)
            : (NodeKind.Any, false);
    }

    private IEnumerable<NodeKind> ReadKinds()
    {
        foreach (var part in _parts)
        {
            if (part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array)
            {
                foreach (var kind in type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => KindOf(t.GetString())))
                {
                    yield return kind;
                }
            }

            foreach (var keyword in (string[])["oneOf", "anyOf"])
            {
                if (part.TryGetProperty(keyword, out var variants) && variants.ValueKind == JsonValueKind.Array)
                {
                    // A variant may refer back to the whole; its own kind is read without its variants.
                    foreach (var variant in variants.EnumerateArray())
                    {
                        yield return _document.Node(variant).Kind;
                    }
                }
            }
        }
    }

    private List<Value>? ReadEnum(out bool hasNull)
    {
        hasNull = false;
        foreach (var part in _parts)
        {
            if (part.TryGetProperty("const", out var constant) && SchemaDocument.ToValue(constant) is { IsNull: false } only)
            {
                return [only];
            }

            if (part.TryGetProperty("enum", out var items) && items.ValueKind == JsonValueKind.Array)
            {
                var values = items.EnumerateArray().Select(SchemaDocument.ToValue).OfType<Value>().Distinct().ToList();
                hasNull = values.Remove(Value.Null);
                values.RemoveAll(v => Kind != NodeKind.Any && !Fits(v));
                if (values.Count > 0)
                {
                    return values;
                }
            }
        }

        return null;
    }

    private bool Fits(Value value) => Kind == KindOf(value) || (Kind == NodeKind.Number && value.IsNumber);

    private List<SchemaProperty> ReadProperties()
    {
        var required = _parts
            .Select(p => p.TryGetProperty("required", out var r) && r.ValueKind == JsonValueKind.Array ? r : default)
            .Where(r => r.ValueKind == JsonValueKind.Array)
            .SelectMany(r => r.EnumerateArray())
            .Where(n => n.ValueKind == JsonValueKind.String)
            .Select(n => n.GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        var found = new List<SchemaProperty>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in _parts)
        {
            if (!part.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            foreach (var property in properties.EnumerateObject())
            {
                if (names.Add(property.Name) && (found.Count < MaxProperties || required.Contains(property.Name)))
                {
                    found.Add(new SchemaProperty(property.Name, _document.Node(property.Value), required.Contains(property.Name)));
                }
            }
        }

        // A name may be required without being declared: it must be present all the same.
        foreach (var name in required.Where(n => !names.Contains(n)).Order(StringComparer.Ordinal))
        {
            found.Add(new SchemaProperty(name, Additional ?? _document.Anything, true));
        }

        return found;
    }

    private JsonElement? Find(string keyword)
    {
        foreach (var part in _parts)
        {
            if (part.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.Object)
            {
                return value;
            }
        }

        return null;
    }

    private string? Text(string keyword)
    {
        foreach (var part in _parts)
        {
            if (part.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String)
            {
                return SchemaDocument.ToValue(value) is { IsString: true } text ? text.AsString : null;
            }
        }

        return null;
    }

    private double? Number(string keyword)
    {
        foreach (var part in _parts)
        {
            if (part.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.Number
                && value.TryGetDouble(out var number) && double.IsFinite(number))
            {
                return number;
            }
        }

        return null;
    }

    private int? Count(string keyword) => Number(keyword) is { } number and >= 0 and <= int.MaxValue ? (int)number : null;

    private bool Flag(string keyword) => _parts.Any(p => p.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.True);

    private double Above(double bound) => Kind == NodeKind.Integer ? Math.Floor(bound) + 1 : bound + Math.Max(1e-3, Math.Abs(bound) * 1e-3);

    private double Below(double bound) => Kind == NodeKind.Integer ? Math.Ceiling(bound) - 1 : bound - Math.Max(1e-3, Math.Abs(bound) * 1e-3);

    private static Value? ReadExample(JsonElement part)
    {
        if (part.TryGetProperty("example", out var example))
        {
            return SchemaDocument.ToValue(example);
        }

        return part.TryGetProperty("examples", out var examples) && examples.ValueKind == JsonValueKind.Array && examples.GetArrayLength() > 0
            ? SchemaDocument.ToValue(examples[0])
            : null;
    }
}
