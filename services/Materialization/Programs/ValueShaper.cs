using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Brings a stored value into the form that a result's schema asks for.</summary>
internal sealed class ValueShaper(Fallbacks fallbacks, double detail)
{
    private const int MaxDepth = 4;
    private const int MaxNodes = 1_500;
    private int _nodes;

    /// <summary>The value of a column as a property; <c>Absent</c> is the condition under which the property is left out.</summary>
    public (Expression Value, Expression? Absent) OfColumn(Expression row, ColumnModel column, SchemaProperty property)
    {
        var field = Member(row, column.Name);
        var node = property.Node;
        if (node.Kind == NodeKind.Any && node.Enum is null)
        {
            return (field, null);
        }

        if (column.Mixed && node.Mixed)
        {
            // Each value came in by a tool that takes its kind, and the result takes them all.
            return property.Required && !node.Nullable
                ? (Coalesce(field, fallbacks.Make(node, property.Name, false)), null)
                : (field, node.Nullable ? null : IsNull(field));
        }

        var shaped = ResultForms.Fits(column, node) ? field : Reshape(field, node, property.Name, 0, column);
        if (!column.Nullable || node.Nullable)
        {
            return (shaped, null);
        }

        return property.Required
            ? (ReferenceEquals(shaped, field)
                ? Coalesce(field, fallbacks.Make(node, property.Name, false))
                : When(IsNull(field), fallbacks.Make(node, property.Name, false), shaped), null)
            : (shaped, IsNull(field));
    }

    /// <summary>Any value as the schema asks: what does not fit is replaced, what is missing is added.</summary>
    public Expression Reshape(Expression value, SchemaNode node, string name, int depth, ColumnModel? column = null)
    {
        _nodes++;
        if (depth > MaxDepth || _nodes > MaxNodes * detail)
        {
            return fallbacks.Make(node, name, false, depth + 2);
        }

        var fallback = new Lazy<Expression>(() => node.Nullable ? Null : fallbacks.Make(node, name, false, depth));
        if (node.Enum is { Count: > 0 } allowed)
        {
            // The names that a user's own rows hold are told as they stand, whatever the schema lists.
            return column is { Dumped: true } || (column?.Enum is { } own && !own.Except(allowed).Any()) ? value
                : When(Op(Operator.Has, Constant(Value.From(allowed.ToArray())), value), value, fallback.Value);
        }

        switch (node.Kind)
        {
            case NodeKind.String:
                return column is { Textual: true } && Plain(node) ? value
                    : column is { Numeric: true } or { Type: ColumnType.Boolean } && Plain(node) ? Op(Operator.ToText, value)
                    : Plain(node) ? When(Eq(Op(Operator.KindOf, value), Constant("string")), value, fallback.Value)
                    : Limited(value, node, fallback.Value);
            case NodeKind.Integer:
                return When(And([Eq(Op(Operator.KindOf, value), Constant("number")), .. Bounds(value, node)]), Op(Operator.Round, value), fallback.Value);
            case NodeKind.Number:
                return When(And([Eq(Op(Operator.KindOf, value), Constant("number")), .. Bounds(value, node)]), value, fallback.Value);
            case NodeKind.Boolean:
                return When(Eq(Op(Operator.KindOf, value), Constant("boolean")), value, fallback.Value);
            case NodeKind.Array:
                return Array(value, node, name, depth, fallback.Value);
            case NodeKind.Object:
                return Object(value, node, depth, fallback.Value);
            default:
                return value;
        }
    }

    private static bool Plain(SchemaNode node) => node.Pattern is null && node.MinLength is null or 0 && node.MaxLength is null && node.Format is null;

    private static IEnumerable<Expression> Bounds(Expression value, SchemaNode node)
    {
        if (node.Minimum is { } minimum)
        {
            yield return Op(Operator.Ge, value, Constant(minimum));
        }

        if (node.Maximum is { } maximum)
        {
            yield return Op(Operator.Le, value, Constant(maximum));
        }
    }

    private static Expression Limited(Expression value, SchemaNode node, Expression fallback)
    {
        if (node.Pattern is not null
            || (node.Format is not null && node.Format is "date" or "date-time" or "uuid" or "email" or "uri" or "ipv4" or "ipv6" or "time"))
        {
            return fallback;
        }

        var conditions = new List<Expression> { Eq(Op(Operator.KindOf, value), Constant("string")) };
        if (node.MinLength is { } least and > 0)
        {
            conditions.Add(Op(Operator.Ge, Op(Operator.Length, value), Constant(least)));
        }

        if (node.MaxLength is { } most)
        {
            conditions.Add(Op(Operator.Le, Op(Operator.Length, value), Constant(most)));
        }

        return When(And(conditions), value, fallback);
    }

    private Expression Array(Expression value, SchemaNode node, string name, int depth, Expression fallback)
    {
        var item = $"item{depth}";
        var shaped = node.Items.Kind == NodeKind.Any
            ? value
            : new MapItems(value, item, null, null, Reshape(Var(item), node.Items, Words.Singular(name), depth + 1));
        if (node.UniqueItems)
        {
            shaped = Op(Operator.Distinct, shaped);
        }

        var conditions = new List<Expression> { Eq(Op(Operator.KindOf, value), Constant("array")) };
        if (node.MinItems is { } least and > 0)
        {
            conditions.Add(Op(Operator.Ge, Op(Operator.Count, value), Constant(least)));
        }

        if (node.MaxItems is { } most)
        {
            conditions.Add(Op(Operator.Le, Op(Operator.Count, value), Constant(most)));
        }

        return When(And(conditions), shaped, fallback);
    }

    private Expression Object(Expression value, SchemaNode node, int depth, Expression fallback)
    {
        var isObject = Eq(Op(Operator.KindOf, value), Constant("object"));
        if (node.Properties.Count == 0)
        {
            return When(isObject, value, fallback);
        }

        var always = new List<(string, Expression)>();
        var sometimes = new List<Expression>();
        foreach (var property in node.Properties.Take(60).Concat(node.Properties.Skip(60).Where(p => p.Required)))
        {
            var member = Member(value, property.Name);
            if (property.Required || property.Node.Nullable || (property.Node.Kind == NodeKind.Any && property.Node.Enum is null))
            {
                always.Add((property.Name, Reshape(member, property.Node, property.Name, depth + 1)));
            }
            else if (depth < MaxDepth)
            {
                sometimes.Add(
                    When(IsNull(member), Constant(Value.EmptyObject), Record([(property.Name, Reshape(member, property.Node, property.Name, depth + 1))])));
            }
        }

        Expression shaped = sometimes.Count == 0 ? Record(always) : Op(Operator.Merge, [Record(always), .. sometimes]);
        return When(isObject, shaped, fallback);
    }
}
