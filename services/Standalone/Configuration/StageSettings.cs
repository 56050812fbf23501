using System.Text.Json;
using System.Text.Json.Serialization;
using AgentScaler.Pipeline;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Configuration;

/// <summary>Checks a configuration against the records that hold each stage's settings.</summary>
internal static class StageSettings
{
    private static readonly JsonSerializerOptions Strict = new(ContractJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <exception cref="CommandException">A setting is unknown, has the wrong type or is out of its range.</exception>
    public static void Validate(IReadOnlyDictionary<string, JsonElement> options)
    {
        foreach (var (stage, section) in options)
        {
            if (PipelineStages.All.Named(stage)?.Options is not { } type)
            {
                continue;
            }

            try
            {
                var settings = section.Deserialize(type, Strict);
                type.GetMethod("Validate", Type.EmptyTypes)?.Invoke(settings, null);
            }
            catch (JsonException exception)
            {
                throw CommandException.Usage($"settings of stage '{stage}': {exception.Message}");
            }
            catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is ArgumentException inner)
            {
                throw CommandException.Usage($"settings of stage '{stage}': {inner.Message}");
            }
        }
    }
}
