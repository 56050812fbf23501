using System.Text.Json.Nodes;

namespace AgentScaler.Standalone.Commands;

/// <summary>Writes into nested JSON objects.</summary>
internal static class JsonSections
{
    /// <summary>Sets the member at a path with dots. Missing objects on the path are created.</summary>
    public static void Set(JsonObject target, string key, JsonNode? value)
    {
        var parts = key.Split('.');
        foreach (var part in parts[..^1])
        {
            if (target[part] is not JsonObject inner)
            {
                target[part] = inner = [];
            }

            target = inner;
        }

        target[parts[^1]] = value;
    }

    /// <summary>Merges one object into another, member by member.</summary>
    public static void Merge(JsonObject target, JsonObject over)
    {
        foreach (var (name, value) in over)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
            {
                Merge(existing, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
