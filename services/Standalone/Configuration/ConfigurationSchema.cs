using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using AgentScaler.Pipeline;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Configuration;

/// <summary>The configuration file's JSON Schema, made from the records that hold the settings.</summary>
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
        // An object of defaults says each setting's default; settings left out keep it.
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

    /// <summary>A setting that is misspelt is an error, however deep it stands.</summary>
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
