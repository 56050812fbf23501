using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>
/// One node of a JSON Schema, references resolved, <c>allOf</c> merged and the first variant of <c>oneOf</c> and
/// <c>anyOf</c> chosen. Children are read on demand, so a cyclic schema is a cyclic graph, and a walk over it must bound the depth.
/// </summary>
public sealed class SchemaNode
{
    private const int MaxProperties = 400;
    private readonly SchemaDocument _document;
    private readonly IReadOnlyList<ToolSchema> _parts;
    private SchemaNode? _items;
    private SchemaNode? _additional;
    private IReadOnlyList<SchemaProperty>? _properties;
    private IReadOnlyList<NodeKind>? _kinds;

    internal SchemaNode(SchemaDocument document, IReadOnlyList<ToolSchema> parts, string? definition, bool nullable)
    {
        _document = document;
        _parts = parts;
        Definition = definition;
        (Kind, var typedNull) = ReadKind();
        Enum = ReadEnum(out var enumNull);
        Nullable = nullable || typedNull || enumNull || parts.Any(p => p.IsNullable);
        if (Kind == NodeKind.Any && Enum is { Count: > 0 })
        {
            Kind = KindOf(Enum[0]);
        }
    }

    public NodeKind Kind { get; }

    public bool Nullable { get; }

    /// <summary>The allowed values other than null. Null if the schema lists none.</summary>
    public IReadOnlyList<Value>? Enum { get; }

    /// <summary>The name of the definition to which the reference led, or the title.</summary>
    public string? Definition { get; }

    public string? Title => _parts.Select(p => p.Title).FirstOrDefault(text => text is not null);

    public string? Format => _parts.Select(p => p.Format).FirstOrDefault(text => text is not null);

    public string? Pattern => _parts.Select(p => p.Pattern).FirstOrDefault(text => text is not null);

    public string? Description => _parts.Select(p => p.Description).FirstOrDefault(text => text is not null);

    public double? Minimum => First(p => p.Minimum) ?? (First(p => p.ExclusiveMinimum) is { } bound ? Above(bound) : null);

    public double? Maximum => First(p => p.Maximum) ?? (First(p => p.ExclusiveMaximum) is { } bound ? Below(bound) : null);

    public double? MultipleOf => First(p => p.MultipleOf);

    public int? MinLength => First(p => p.MinLength);

    public int? MaxLength => First(p => p.MaxLength);

    public int? MinItems => First(p => p.MinItems);

    public int? MaxItems => First(p => p.MaxItems);

    public int? MinProperties => First(p => p.MinProperties);

    public bool UniqueItems => _parts.Any(p => p.UniqueItems);

    public bool ReadOnly => _parts.Any(p => p.ReadOnly);

    /// <summary>Whether properties beyond the declared ones are refused.</summary>
    public bool Closed => _parts.Any(p => p.Additional is { IsNever: true });

    public bool Scalar => Kind is NodeKind.String or NodeKind.Integer or NodeKind.Number or NodeKind.Boolean;

    /// <summary>Whether the schema takes values of several kinds, of which <see cref="Kind"/> is the first.</summary>
    public bool Mixed => Kinds.Count > 1;

    /// <summary>Whether some value of this kind may stand here.</summary>
    public bool Admits(NodeKind kind) => Kinds.Contains(kind) || (kind == NodeKind.Integer && Kinds.Contains(NodeKind.Number)) || Kinds.Contains(NodeKind.Any);

    /// <summary>Every kind that the types and variants of the schema name, null left out.</summary>
    private IReadOnlyList<NodeKind> Kinds => _kinds ??= [.. ReadKinds().Prepend(Kind).Where(k => k != NodeKind.Null).Distinct()];

    public Value? Default => First(p => p.Default);

    public Value? Example => First(p => p.Example);

    public SchemaNode Items => _items ??= _parts.Select(p => p.Items).FirstOrDefault(i => i is { IsObject: true }) is { } items
        ? _document.Node(items)
        : _document.Anything;

    /// <summary>The schema of the values of a map. Null if the object is not a map.</summary>
    public SchemaNode? Additional => _additional ??= OpenMembers is { } extra ? _document.Node(extra) : null;

    public IReadOnlyList<SchemaProperty> Properties => _properties ??= ReadProperties();

    private ToolSchema? OpenMembers => _parts.Select(p => p.Additional).FirstOrDefault(a => a is { IsObject: true });

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
        foreach (var types in _parts.Select(p => p.Types))
        {
            var kinds = types.Select(KindOf).ToList();
            if (kinds is [var only and not NodeKind.Any])
            {
                return (only, false);
            }

            var first = kinds.FirstOrDefault(k => k is not NodeKind.Null and not NodeKind.Any);
            if (first != NodeKind.Any)
            {
                return (first, kinds.Contains(NodeKind.Null));
            }
        }

        return _parts.Any(p => p.HasProperties) ? (NodeKind.Object, false)
            : _parts.Any(p => p.Items is { IsObject: true }) ? (NodeKind.Array, false)
            : OpenMembers is not null ? (NodeKind.Object, false)
            : (NodeKind.Any, false);
    }

    // A variant may refer back to the whole; its own kind is read without its variants.
    private IEnumerable<NodeKind> ReadKinds() => _parts.SelectMany(part =>
        (part.Types.Count > 1 ? part.Types.Select(KindOf) : []).Concat(part.OneOf.Concat(part.AnyOf).Select(variant => _document.Node(variant).Kind)));

    private List<Value>? ReadEnum(out bool hasNull)
    {
        hasNull = false;
        foreach (var part in _parts)
        {
            if (part.Const is { IsNull: false } only)
            {
                return [only];
            }

            if (part.Enum is { } allowed)
            {
                var values = allowed.Distinct().ToList();
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
        var required = _parts.SelectMany(p => p.Required).ToHashSet(StringComparer.Ordinal);
        var found = new List<SchemaProperty>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in _parts.SelectMany(p => p.Properties))
        {
            if (names.Add(property.Name) && (found.Count < MaxProperties || required.Contains(property.Name)))
            {
                found.Add(new SchemaProperty(property.Name, _document.Node(property.Schema), required.Contains(property.Name)));
            }
        }

        // A name may be required without being declared: it must be present all the same.
        foreach (var name in required.Where(n => !names.Contains(n)).Order(StringComparer.Ordinal))
        {
            found.Add(new SchemaProperty(name, Additional ?? _document.Anything, true));
        }

        return found;
    }

    private T? First<T>(Func<ToolSchema, T?> read)
        where T : struct => _parts.Select(read).FirstOrDefault(found => found is not null);

    private double Above(double bound) => Kind == NodeKind.Integer ? Math.Floor(bound) + 1 : bound + Math.Max(1e-3, Math.Abs(bound) * 1e-3);

    private double Below(double bound) => Kind == NodeKind.Integer ? Math.Ceiling(bound) - 1 : bound - Math.Max(1e-3, Math.Abs(bound) * 1e-3);
}
