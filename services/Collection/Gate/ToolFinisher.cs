using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Gate;

/// <summary>Completes a draft after all drafts are known: its name, and its parameters without boilerplate.</summary>
internal static class ToolFinisher
{
    public static ToolSpecification Finish(ToolSpecification draft, string name, (List<string> LeftOut, List<string> Marked) boilerplate, bool keep)
    {
        var (leftOut, marked) = boilerplate;
        if (keep)
        {
            marked = [.. leftOut, .. marked];
            leftOut = [];
        }

        // A name that was cut or got a suffix is ours. The draft's own name is the source's, or made of method and path.
        var source = draft.SourceName ?? draft.Name;
        var tool = draft with { Name = name, SourceName = source == name ? null : source, Boilerplate = marked.Count > 0 ? marked : null };
        return leftOut.Count == 0
            ? tool
            : tool with { Parameters = Without(draft.Parameters, leftOut), OmittedParameters = leftOut, Examples = Without(draft.Examples, leftOut) };
    }

    private static JsonElement Without(JsonElement schema, List<string> names) => JsonBuffer.Element(writer =>
    {
        writer.WriteStartObject();
        foreach (var member in schema.EnumerateObject())
        {
            if (member.Name == "properties")
            {
                writer.WriteStartObject("properties");
                foreach (var property in member.Value.EnumerateObject().Where(property => !names.Contains(property.Name)))
                {
                    property.WriteTo(writer);
                }

                writer.WriteEndObject();
            }
            else if (member.Name == "required")
            {
                var left = member.Value.EnumerateArray().Where(name => !names.Contains(name.GetString()!)).ToList();
                if (left.Count > 0)
                {
                    writer.WriteStartArray("required");
                    left.ForEach(name => name.WriteTo(writer));
                    writer.WriteEndArray();
                }
            }
            else
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    });

    private static IReadOnlyList<ToolExample>? Without(IReadOnlyList<ToolExample>? examples, List<string> names) =>
        examples is null ? null : [.. examples.Select(example => example.Arguments is { } arguments
            ? example with
            {
                Arguments = JsonBuffer.Element(writer =>
                {
                    writer.WriteStartObject();
                    foreach (var argument in arguments.EnumerateObject().Where(argument => !names.Contains(argument.Name)))
                    {
                        argument.WriteTo(writer);
                    }

                    writer.WriteEndObject();
                }),
            }
            : example)];
}
