using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Reads the inputs of a tool: its parameters, and the members of an object that stands for the body of a request.</summary>
internal static class ToolParameters
{
    private const int MaxMembers = 120;

    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "body", "payload", "data", "request", "request_body", "input", "resource", "object", "attributes", "properties", "params", "fields", "values", "item",
            "entity", "record", "dto", "model", "form", "content",
    };

    public static List<ToolParameter> Of(JsonElement schema, HashSet<string> variables, bool reads, string resource)
    {
        var root = SchemaDocument.Read(schema);
        var found = new List<ToolParameter>();
        foreach (var property in root.Properties)
        {
            var words = Words.Snake(property.Name);
            var inPath = variables.Contains(property.Name) || variables.Any(v => root.Property(v) is null && Words.Snake(v) == words);
            var container = !inPath && property.Node is { Kind: NodeKind.Object, Properties.Count: > 0 }
                && (Bodies.Contains(words) || Words.Singular(words) == resource || words.EndsWith("_body", StringComparison.Ordinal)
                    || words.EndsWith("_request", StringComparison.Ordinal)
                        || words.EndsWith("_input", StringComparison.Ordinal)
                        || words == $"{resource}_data"
                        || words == "filters"
                        || words == "filter");
            if (!container)
            {
                Add(new ToolParameter(property.Name, property.Node, property.Required, null, inPath));
                continue;
            }

            foreach (var member in property.Node.Properties.Take(MaxMembers))
            {
                Add(new ToolParameter(member.Name, member.Node, property.Required && member.Required, property.Name, false));
            }
        }

        return found;

        void Add(ToolParameter parameter) => found.Add(Read(parameter with { Role = ParameterRoles.Of(parameter, reads) }));

        ToolParameter Read(ToolParameter parameter) => reads ? StatedBounds.Read(parameter) : parameter;
    }
}
