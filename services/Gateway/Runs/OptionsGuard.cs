using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Gateway.Security;

namespace AgentScaler.Gateway.Runs;

/// <summary>
/// Restricts what an order may name on the server: files only in the mounted folder, environment variables only if they are meant to hold a model's
/// key, and no programs. On the command line these belong to the user; here they belong to someone else.
/// </summary>
internal sealed class OptionsGuard(MountedFolder mounted, IReadOnlyCollection<string> keyVariables)
{
    /// <summary>Settings whose value is the content of a file.</summary>
    private static readonly string[] Texts = ["materialize.state", "materialize.overrides"];

    /// <summary>Settings that name files or folders.</summary>
    private static readonly string[] Paths = ["collect.benchmarks", "materialize.traffic", "tasks.benchmark_files", "filter.realism_reference", "train.model", "train.tokenizer"];

    /// <summary>Returns the options with paths resolved in the mounted folder.</summary>
    /// <exception cref="OrderException">A setting names something that belongs to the server.</exception>
    public JsonElement Apply(JsonElement options)
    {
        var root = JsonObject.Create(options)!;
        if (root["train"] is JsonObject train && train["scale"] is not null)
        {
            throw new OrderException("options: train.scale starts programs, so that the training service's own configuration alone sets it.");
        }

        foreach (var place in Texts)
        {
            if (Find(root, place, out _, out _) is JsonValue value && value.GetValueKind() == JsonValueKind.String && !value.GetValue<string>().TrimStart().StartsWith('{'))
            {
                throw new OrderException($"options: {place} must be the document itself as JSON text; files of the server are not read.");
            }
        }

        if (Find(root, "evaluate.tasks", out _, out _) is JsonValue tasks && tasks.GetValueKind() == JsonValueKind.String && !tasks.GetValue<string>().StartsWith(TaskFile.Prefix, StringComparison.Ordinal))
        {
            throw new OrderException($"options: evaluate.tasks must be '{TaskFile.Prefix}' and the id of an uploaded file of tasks.");
        }

        foreach (var place in Paths)
        {
            switch (Find(root, place, out var section, out var name))
            {
                case JsonArray many:
                    section![name] = new JsonArray([.. many.Select(path => (JsonNode?)mounted.Resolve(path!.GetValue<string>(), $"options: {place}"))]);
                    break;
                case JsonValue one when one.GetValueKind() == JsonValueKind.String && (place != "train.model" || one.GetValue<string>() is not ("tiny" or "small")):
                    section![name] = mounted.Resolve(one.GetValue<string>(), $"options: {place}");
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
                    $"{place}.key_variable is '{variable.GetValue<string>()}'; models' keys stand in: {string.Join(", ", keyVariables)} (Gateway__KeyVariables__0, ...).");
            }
        }
    }

    private static JsonNode? Find(JsonObject root, string place, out JsonObject? section, out string name)
    {
        var parts = place.Split('.');
        name = parts[1];
        section = root[parts[0]] as JsonObject;
        return section?[name];
    }
}
