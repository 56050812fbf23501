using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Values for what no row holds: derived from the inputs, and conforming to their schema.</summary>
internal sealed class Fallbacks(string tool, IReadOnlyList<Expression> inputs, double detail)
{
    private const int MaxDepth = 6;
    private const int MaxOptional = 24;
    private const int Samples = 12;
    private const int MaxNodes = 1_200;
    private int _nodes;

    /// <param name="echo">An expression for a member of this name and schema where one is known, else null.</param>
    public Expression Make(SchemaNode node, string name, bool full, int depth = 0, Func<string, SchemaNode, Expression?>? echo = null, Expression? salt = null)
    {
        if (_nodes++ > MaxNodes * detail || (!full && depth > 2 && node.Kind is NodeKind.Object or NodeKind.Array))
        {
            // What stands this deep, or after so much else, is one plausible constant.
            return Constant(new ValueForge(new DeterministicRandom(0, tool, name)).Make(node, name, null, ValueForge.MaxDepth - 1));
        }

        if (node.Enum is { Count: > 0 } values)
        {
            return values.Count == 1 ? Constant(values[0]) : Derived(new DerivedType(TypeOf(values), null, [.. values.Take(200)]), name, salt);
        }

        switch (node.Kind)
        {
            case NodeKind.Null:
                return Null;
            case NodeKind.Any:
                return full ? Derived(new DerivedType(ColumnType.String, Semantics.Of(name, NodeKind.String, null, null)), name, salt) : Null;
            case NodeKind.Array:
                return Array(node, name, full, depth, echo, salt);
            case NodeKind.Object:
                return Object(node, name, full, depth, echo, salt);
            default:
                return Scalar(node, name, salt);
        }
    }

    private Expression Array(SchemaNode node, string name, bool full, int depth, Func<string, SchemaNode, Expression?>? echo, Expression? salt)
    {
        var low = Math.Min(node.MinItems ?? 0, 8);
        var wanted = depth >= MaxDepth ? low : Math.Max(low, Math.Min(full && depth < 3 ? 2 : 0, node.MaxItems ?? 2));
        if (wanted == 0 || depth > MaxDepth + 3)
        {
            return Constant(Value.EmptyArray);
        }

        return new ArrayLiteral([.. Enumerable.Range(1, wanted).Select(i =>
            Make(node.Items, Words.Singular(name), full && depth < 2, depth + 1, echo, salt is null ? Constant(i) : Text(salt, Constant($"/{i}"))))]);
    }

    private Expression Object(SchemaNode node, string name, bool full, int depth, Func<string, SchemaNode, Expression?>? echo, Expression? salt)
    {
        if (depth > MaxDepth + 3)
        {
            return Constant(Value.EmptyObject);
        }

        var members = new List<(string, Expression)>();
        var optional = 0;
        foreach (var property in node.Properties)
        {
            if (property.Required || (full && depth < 3 && optional++ < MaxOptional))
            {
                members.Add((property.Name, echo?.Invoke(property.Name, property.Node)
                    ?? Make(property.Node, property.Name, full && depth < 2, depth + 1, echo, salt)));
            }
        }

        return members.Count == 0 ? Constant(Value.EmptyObject) : Record(members);
    }

    private Derive Scalar(SchemaNode node, string name, Expression? salt)
    {
        var semantic = Semantics.Of(name, node.Kind, node.Format, null);
        var type = ColumnTypes.Of(node);
        var bounded = node.Pattern is not null || node.MinLength > 1 || node.MaxLength < 40 || node.MultipleOf is not null
            || (node.Kind == NodeKind.String && node.Format is not null and not "date" and not "date-time" and not "uuid" and not "email");
        if (bounded)
        {
            // The schema's own demands are met by choosing among values that were made to meet them.
            var forge = new ValueForge(new DeterministicRandom(0, tool, name));
            var samples = Enumerable.Range(0, Samples).Select(_ => forge.Make(node, name, null)).Distinct().ToList();
            return Derived(new DerivedType(type is ColumnType.Date or ColumnType.Datetime ? ColumnType.String : type, semantic, samples), name, salt);
        }

        if (type is ColumnType.Integer)
        {
            var (low, high) = SemanticText.IntegerRange(semantic, name);
            return Derived(new DerivedType(type, semantic, null, node.Minimum ?? Math.Min(low, node.Maximum ?? low), node.Maximum
                ?? Math.Max(high, (node.Minimum ?? high) + 1)), name, salt);
        }

        if (type is ColumnType.Number)
        {
            var (low, high) = SemanticText.NumberRange(semantic, name);
            return Derived(new DerivedType(type, semantic, null, node.Minimum ?? Math.Min(low, node.Maximum ?? low), node.Maximum
                ?? Math.Max(high, (node.Minimum ?? high) + 1)), name, salt);
        }

        return Derived(new DerivedType(type, semantic), name, salt);
    }

    private Derive Derived(DerivedType type, string name, Expression? salt) =>
        new(type, [Constant(name), .. salt is null ? inputs : [.. inputs, salt]]);

    private static ColumnType TypeOf(IReadOnlyList<Value> values) => values[0].Kind switch
    {
        ValueKind.Number => values.All(v => v.IsInteger) ? ColumnType.Integer : ColumnType.Number,
        ValueKind.Boolean => ColumnType.Boolean,
        ValueKind.String => ColumnType.String,
        _ => ColumnType.Any,
    };
}
