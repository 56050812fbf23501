using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using AgentScaler.Pipeline;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Configuration;

/// <summary>Builds the JSON Schema of the configuration file from the records that hold the settings.</summary>
internal static class ConfigurationSchema
{
    public static JsonObject Create()
    {
        var properties = new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string" },
            ["seed"] = new JsonObject { ["type"] = "integer", ["default"] = 0, ["description"] = "Seed of everything that is drawn." },
        };
        foreach (var stage in PipelineStages.All)
        {
            properties[stage.Name] = Section(stage.Options);
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "AgentScaler configuration",
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static JsonNode Section(Type type)
    {
        var section = ContractJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }).AsObject();
        // The default object gives the default of each setting that is left out.
        var defaults = JsonSerializer.SerializeToNode(Activator.CreateInstance(type), type, ContractJson.Options)!.AsObject();
        section.Remove("required");
        Close(section);
        foreach (var (name, value) in defaults)
        {
            if (section["properties"]?[name] is JsonObject property)
            {
                property["default"] = value?.DeepClone();
            }
        }

        return section;
    }

    /// <summary>Makes unknown members an error at every level, so that a misspelt setting is reported.</summary>
    private static void Close(JsonNode? schema)
    {
        if (schema is JsonObject map && map["additionalProperties"] is JsonObject value)
        {
            Close(value);
        }

        if (schema is JsonObject node && node["properties"] is JsonObject properties)
        {
            foreach (var (_, property) in properties)
            {
                Close(property);
            }

            node["additionalProperties"] ??= false;
        }
    }
}
