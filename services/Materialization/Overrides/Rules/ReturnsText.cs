using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>Reads the JSON Schema of a corrected result.</summary>
internal static class ReturnsText
{
    /// <exception cref="OverridesException">The value is no JSON Schema of an object's form.</exception>
    public static JsonElement Read(Value schema, string place)
    {
        if (!schema.IsObject)
        {
            throw new OverridesException(place, "Expected a JSON Schema.");
        }

        using var document = JsonDocument.Parse(schema.ToJson());
        return document.RootElement.Clone();
    }
}
