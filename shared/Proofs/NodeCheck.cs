using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>Checks whether a value certainly conforms to a schema node. A schema that is not understood counts as not met.</summary>
internal static class NodeCheck
{
    private const int MaxDepth = 3;

    public static bool Surely(SchemaNode node, Value value, int depth = 0)
    {
        if (value.IsNull)
        {
            return node.Nullable;
        }

        if (depth > MaxDepth
            || node.Pattern is not null
            || node.MultipleOf is not null
            || node.Format is not null and not "date" and not "date-time" and not "int32" and not "int64" and not "double" and not "float")
        {
            return false;
        }

        if (node.Enum is { } allowed)
        {
            return allowed.Contains(value);
        }

        switch (node.Kind)
        {
            case NodeKind.Any:
                return true;
            case NodeKind.String:
                return node.Format is null
                    && value.IsString
                    && value.AsString.Length >= (node.MinLength ?? 0)
                    && value.AsString.Length <= (node.MaxLength ?? int.MaxValue);
            case NodeKind.Integer:
                return value.IsInteger && InBounds(node, value);
            case NodeKind.Number:
                return value.IsNumber && InBounds(node, value);
            case NodeKind.Boolean:
                return value.IsBoolean;
            case NodeKind.Array:
                return value.IsArray
                    && value.AsArray.Length >= (node.MinItems ?? 0)
                    && value.AsArray.Length <= (node.MaxItems ?? int.MaxValue)
                    && !node.UniqueItems
                    && value.AsArray.ToArray().All(item => Surely(node.Items, item, depth + 1));
            case NodeKind.Object:
                return value.IsObject && node.Properties.All(p => value.AsObject.TryGet(p.Name, out var member)
                    ? !member.IsNull && Surely(p.Node, member, depth + 1)
                    : !p.Required)
                    && value.AsObject.All(m => node.Property(m.Key) is not null);
            default:
                return false;
        }
    }

    private static bool InBounds(SchemaNode node, Value value) => value.AsNumber >= (node.Minimum ?? double.MinValue)
        && value.AsNumber <= (node.Maximum ?? double.MaxValue);
}
