using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Gateway.Security;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Gateway.Runs;

/// <summary>
/// Restricts what an order may name on the server: files only in the mounted folder, environment variables only if they are meant to hold a model's
/// key, and no programs. On the command line these belong to the user; here they belong to someone else.
/// </summary>
internal sealed class OptionsGuard(MountedFolder mounted, IReadOnlyCollection<string> keyVariables)
{
    /// <summary>Returns the options with paths resolved in the mounted folder.</summary>
    /// <exception cref="OrderException">A setting names something that belongs to the server.</exception>
    public JsonElement Apply(JsonElement options)
    {
        var root = JsonObject.Create(options)!;
        if (root["train"] is JsonObject train && train["scale"] is not null)
        {
            throw new OrderException("options: train.scale starts programs, so that the training service's own configuration alone sets it.");
        }

        foreach (var (stage, setting, _) in PipelineStages.All.SettingsWith<HoldsDocumentAttribute>())
        {
            if (TextOf(root, stage.Name, setting) is { } text && !text.TrimStart().StartsWith('{'))
            {
                throw new OrderException($"options: {stage.Name}.{setting} must be the document itself as JSON text; files of the server are not read.");
            }
        }

        if (TextOf(root, "evaluate", "tasks") is { } tasks && !tasks.StartsWith(TaskFile.Prefix, StringComparison.Ordinal))
        {
            throw new OrderException($"options: evaluate.tasks must be '{TaskFile.Prefix}' and the id of an uploaded file of tasks.");
        }

        foreach (var (stage, setting, names) in PipelineStages.All.SettingsWith<NamesFilesAttribute>())
        {
            var place = $"options: {stage.Name}.{setting}";
            switch ((root[stage.Name] as JsonObject)?[setting])
            {
                case JsonArray many:
                    root[stage.Name]![setting] = new JsonArray([.. many.Select(path => (JsonNode?)mounted.Resolve(path!.GetValue<string>(), place))]);
                    break;
                case JsonValue one when one.GetValueKind() == JsonValueKind.String && !names.Words.Contains(one.GetValue<string>()):
                    root[stage.Name]![setting] = mounted.Resolve(one.GetValue<string>(), place);
                    break;
            }
        }

        RequireKeyVariables(root, "options");
        return JsonSerializer.SerializeToElement(root);
    }

    private void RequireKeyVariables(JsonObject node, string place)
    {
        foreach (var (name, value) in node)
        {
            if (value is JsonObject inner)
            {
                RequireKeyVariables(inner, $"{place}.{name}");
            }
            else if (name == "key_variable" && value is JsonValue variable && !keyVariables.Contains(variable.GetValue<string>()))
            {
                throw new OrderException(
                    $"{place}.key_variable is '{variable.GetValue<string>()}'; the variables for keys of models are: {string.Join(", ", keyVariables)} (Gateway__KeyVariables__0, ...).");
            }
        }
    }

    /// <summary>Returns the text of a setting, or null if it is not given or is not a text.</summary>
    private static string? TextOf(JsonObject root, string stage, string setting) =>
        (root[stage] as JsonObject)?[setting] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
