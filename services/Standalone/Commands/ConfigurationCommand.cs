using System.CommandLine;
using AgentScaler.Standalone.Configuration;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Commands;

/// <summary>The configuration file's schema and the presets.</summary>
internal static class ConfigurationCommand
{
    public static Command Create()
    {
        var schema = new Command("schema", "Prints the JSON Schema of the configuration file: every setting of every stage with its default.");
        schema.SetBody(async (result, _) =>
        {
            await result.InvocationConfiguration.Output.WriteLineAsync(ConfigurationSchema.Create().ToJsonString(ContractJson.Indented));
            return ExitCode.Done;
        });
        var name = new Argument<string>("preset") { Description = $"One of: {string.Join(", ", Presets.Names)}." };
        var preset = new Command("preset", "Prints a preset, to start a file of your own from.") { name };
        preset.SetBody(async (result, _) =>
        {
            var text = Presets.TryRead(result.GetValue(name)!, out var found)
                ? found
                : throw CommandException.Usage($"there is no preset '{result.GetValue(name)}'; the presets are: {string.Join(", ", Presets.Names)}.");
            await result.InvocationConfiguration.Output.WriteAsync(text);
            return ExitCode.Done;
        });
        return new Command("configuration", "The configuration file: its schema and the presets.") { schema, preset };
    }
}
