using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Standalone.Configuration;

/// <summary>A configuration with the seed and one section of settings per stage.</summary>
internal sealed class RunConfiguration
{
    public long? Seed { get; private init; }

    public IReadOnlyDictionary<string, JsonObject> Sections { get; private init; } = new Dictionary<string, JsonObject>();

    /// <summary>Reads a file, or a preset by its name.</summary>
    /// <exception cref="CommandException">The file or preset does not exist or is not a configuration.</exception>
    public static RunConfiguration Load(string pathOrPreset)
    {
        if (Presets.TryRead(pathOrPreset, out var preset))
        {
            return Parse(preset, pathOrPreset);
        }

        return File.Exists(pathOrPreset)
            ? Parse(File.ReadAllText(pathOrPreset), pathOrPreset)
            : throw CommandException.Usage($"--config {pathOrPreset}: there is no such file, and the presets are: {string.Join(", ", Presets.Names)}.");
    }

    private static RunConfiguration Parse(string text, string name)
    {
        JsonObject root;
        try
        {
            root = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })
                as JsonObject ?? throw new JsonException("the document is not an object");
        }
        catch (JsonException exception)
        {
            throw CommandException.Usage($"--config {name}: {exception.Message}");
        }

        var sections = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        long? seed = null;
        foreach (var (key, value) in root)
        {
            if (key == "$schema")
            {
                continue;
            }

            if (key == "seed" && value is JsonValue number && number.TryGetValue<long>(out var given))
            {
                seed = given;
            }
            else if (StageNames.All.Contains(key) && value is JsonObject section)
            {
                sections[key] = section;
            }
            else
            {
                throw CommandException.Usage(
                    $"--config {name}: '{key}' is not a setting; there are: seed (an integer), and an object for each of {string.Join(", ", StageNames.All)}.");
            }
        }

        return new RunConfiguration { Seed = seed, Sections = sections };
    }
}
