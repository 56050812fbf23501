using AgentScaler.Environments.JsonSchemas;

namespace AgentScaler.Trajectories.Plans;

/// <summary>Finds the schema of one argument in a tool's parameter schema.</summary>
public static class ParameterSchema
{
    /// <summary>Forms within forms; a form that refers to itself ends here.</summary>
    private const int MaxForms = 16;

    /// <summary>The schema at an argument's pointer, references followed; null where there is none.</summary>
    public static ToolSchema? At(ToolSchema parameters, string pointer)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var at = parameters.Resolved;
        foreach (var segment in ArgumentTree.Segments(pointer))
        {
            at = at is null ? null : Member(at, segment, 0);
        }

        return at is { IsObject: true } ? at : null;
    }

    private static ToolSchema? Member(ToolSchema schema, string segment, int forms)
    {
        if (schema.Property(segment) is { } member)
        {
            return member.Resolved;
        }

        if (schema.Items is { } items && segment.All(char.IsAsciiDigit))
        {
            return items.Resolved;
        }

        foreach (var form in forms < MaxForms ? schema.AllOf.Concat(schema.AnyOf).Concat(schema.OneOf) : [])
        {
            if (form.Resolved is { } part && Member(part, segment, forms + 1) is { IsObject: true } found)
            {
                return found;
            }
        }

        return schema.Additional?.Resolved;
    }
}
