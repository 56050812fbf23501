using System.Text.Json.Nodes;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>The schemas inside the text of a schema, for whoever writes it again. Readers use <see cref="ToolSchema"/>.</summary>
public static class WrittenSchemas
{
    private static readonly string[] Maps = ["properties", "$defs", "definitions", "patternProperties"];
    private static readonly string[] Lists = ["anyOf", "oneOf", "allOf", "prefixItems"];
    private static readonly string[] Singles = ["items", "additionalProperties", "not"];

    /// <summary>Returns a schema and every schema inside it, outer ones first. A member of an object that is called as a keyword is no schema.</summary>
    public static IEnumerable<JsonObject> In(JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            return [];
        }

        return
        [
            schema,
            .. Maps.SelectMany(map => (schema[map] as JsonObject ?? []).SelectMany(member => In(member.Value))),
            .. Lists.SelectMany(list => (schema[list] as JsonArray ?? []).SelectMany(In)),
            .. Singles.SelectMany(single => In(schema[single])),
        ];
    }
}
