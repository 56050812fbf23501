using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>
/// The members of declared results that leave open what is in them, where their description writes the names out: "visits of a guest, each like
/// <c>["guest": xxx, "day": xxx]</c>". Names with values of their own are an example, which may hold a caller's data in the place of names.
/// </summary>
internal static partial class OpenMembers
{
    private const int MaxDepth = 4;

    /// <summary>The tool, with the open members of its result filled where something is said of them.</summary>
    public static ToolSpecification In(ToolSpecification tool)
    {
        if (tool.ReturnsOrigin != ReturnsOrigin.Declared || tool.Returns.ValueKind != JsonValueKind.Object)
        {
            return tool;
        }

        var returns = JsonNode.Parse(tool.Returns.GetRawText())!.AsObject();
        return Fill(returns, 0) ? tool with { Returns = JsonDocument.Parse(returns.ToJsonString()).RootElement.Clone() } : tool;
    }

    private static bool Fill(JsonObject schema, int depth)
    {
        var filled = false;
        foreach (var member in depth < MaxDepth && schema["properties"] is JsonObject properties
            ? properties.Select(p => p.Value).OfType<JsonObject>().ToList() : [])
        {
            filled |= Said(member) is { } shape ? Put(member, shape) : Fill(member, depth + 1);
        }

        return filled;
    }

    /// <summary>The members that an open list's or object's description names; null where it is not open, or nothing is said.</summary>
    private static JsonObject? Said(JsonObject member)
    {
        var open = Type(member) switch
        {
            "array" => member["items"] is not JsonObject items || (Type(items) is null && items["properties"] is null && items["$ref"] is null),
            "object" => member["properties"] is not JsonObject { Count: > 0 } && member["additionalProperties"] is null,
            _ => false,
        };
        return open && member["description"] is JsonValue text && text.TryGetValue<string>(out var said) && Shape().Match(said) is { Success: true } match
            ? new JsonObject([.. match.Groups["name"].Captures.DistinctBy(c => c.Value).Select(c => KeyValuePair.Create(c.Value, (JsonNode?)new JsonObject()))])
            : null;
    }

    private static bool Put(JsonObject member, JsonObject shape)
    {
        if (Type(member) == "array")
        {
            member["items"] = new JsonObject { ["type"] = "object", ["properties"] = shape };
        }
        else
        {
            member["properties"] = shape;
        }

        return true;
    }

    private static string? Type(JsonObject schema) => schema["type"] is JsonValue type && type.TryGetValue<string>(out var word) ? word : null;

    [GeneratedRegex(@"[\[{]\s*(?:(?<quote>[""'`])(?<name>\w+)\k<quote>\s*:\s*[A-Za-z_.]+\s*(?:,\s*|(?=[\]}]))){2,}[\]}]", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
