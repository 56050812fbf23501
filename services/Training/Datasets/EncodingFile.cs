using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Training.Models;

namespace AgentScaler.Training.Datasets;

/// <summary>The file in which a checkpoint carries the options that its rows were encoded with.</summary>
public static class EncodingFile
{
    public const string Name = "encoding.json";

    /// <summary>Writes the options beside a checkpoint's weights.</summary>
    public static void Save(this EncodingOptions options, string folder) =>
        DurableFile.WriteText(Path.Combine(folder, Name), JsonSerializer.Serialize(options, ContractJson.Indented) + "\n");

    /// <summary>Reads the options of a checkpoint. A checkpoint without them gets options that shorten nothing.</summary>
    /// <exception cref="CheckpointException">The file is broken.</exception>
    public static EncodingOptions Load(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return new EncodingOptions();
        }
        try
        {
            return JsonSerializer.Deserialize<EncodingOptions>(File.ReadAllText(path), ContractJson.Options) ?? new EncodingOptions();
        }
        catch (JsonException exception)
        {
            throw new CheckpointException($"{path}: {exception.Message}", exception);
        }
    }
}
