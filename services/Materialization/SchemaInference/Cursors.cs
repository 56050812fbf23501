using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Finds the argument that takes the cursor of an answer: where an answer has a member for the next page and no argument says a page, it is the plain text
/// that is called for a place in the list, such as <c>after</c>.
/// </summary>
internal static class Cursors
{
    public static List<ToolParameter> Marked(List<ToolParameter> parameters, SchemaNode returns)
    {
        if (returns.Kind != NodeKind.Object || !returns.Properties.Any(p => ResultForms.IsNext(p.Name) && p.Node.Kind is NodeKind.String or NodeKind.Any)
            || parameters.Exists(p => p.Role is ParameterRole.Cursor or ParameterRole.Page or ParameterRole.Offset))
        {
            return parameters;
        }

        var place = parameters.FindIndex(p => p is { Required: false, InPath: false, Role: ParameterRole.Field or ParameterRole.From }
            && p.Node is { Kind: NodeKind.String, Format: null, Enum: null }
            && p.Words is ["after" or "from" or "start" or "since" or "position" or "at" or "next" or "token" or "offset"]);
        if (place >= 0)
        {
            parameters[place] = parameters[place] with { Role = ParameterRole.Cursor };
        }

        return parameters;
    }
}
