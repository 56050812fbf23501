using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Says whether every value that one schema allows is allowed by another; in doubt it says no.</summary>
internal static class SchemaFit
{
    private const int MaxDepth = 8;

    public static bool Within(SchemaNode source, SchemaNode target, int depth = 0)
    {
        if (ReferenceEquals(source, target) || target.Kind == NodeKind.Any)
        {
            return ReferenceEquals(source, target) || target.Enum is null;
        }

        if (depth > MaxDepth || (source.Kind != target.Kind && !(source.Kind == NodeKind.Integer && target.Kind == NodeKind.Number))
            || (source.Nullable && !target.Nullable))
        {
            return false;
        }

        if (target.Enum is { } allowed && (source.Enum is null || source.Enum.Except(allowed).Any()))
        {
            return false;
        }

        switch (target.Kind)
        {
            case NodeKind.String:
                return target.Enum is not null
                    || ((target.Pattern is null || target.Pattern == source.Pattern) && (target.Format is null || target.Format == source.Format)
                    && (target.MinLength ?? 0) <= (source.MinLength ?? 0) && (target.MaxLength ?? int.MaxValue) >= (source.MaxLength ?? int.MaxValue));
            case NodeKind.Integer or NodeKind.Number:
                return target.Enum is not null || ((target.Minimum ?? double.MinValue) <= (source.Minimum ?? double.MinValue)
                    && (target.Maximum ?? double.MaxValue) >= (source.Maximum ?? double.MaxValue)
                    && target.MultipleOf is null);
            case NodeKind.Array:
                return (target.MinItems ?? 0) <= (source.MinItems ?? 0) && (target.MaxItems ?? int.MaxValue) >= (source.MaxItems ?? int.MaxValue)
                    && (!target.UniqueItems || source.UniqueItems) && Within(source.Items, target.Items, depth + 1);
            case NodeKind.Object:
                return WithinObject(source, target, depth);
            default:
                return true;
        }
    }

    private static bool WithinObject(SchemaNode source, SchemaNode target, int depth)
    {
        foreach (var property in target.Properties)
        {
            var given = source.Property(property.Name);
            if (given is null
                ? property.Required || (!source.Closed && !Permissive(property.Node))
                : (property.Required && !given.Required) || !Within(given.Node, property.Node, depth + 1))
            {
                return false;
            }
        }

        return !target.Closed || (source.Closed && source.Properties.All(p => target.Property(p.Name) is not null));
    }

    private static bool Permissive(SchemaNode node) => node.Kind == NodeKind.Any && node.Enum is null;
}
