using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline;

namespace AgentScaler.Filtering;

/// <summary>
/// Reads people's utterances from the multi-turn questions of a benchmark, for a comparison with the realism of the intents. The source is a file of
/// questions (one JSON object per line, with messages under <c>question</c>), or a <c>.tar.gz</c> of such files, of which those with <c>multi_turn</c>
/// in their name are read. Nothing is stored.
/// </summary>
public static class RealismReference
{
    /// <returns>The distinct user turns, in the order of the files.</returns>
    /// <exception cref="UnrecoverableException">The file cannot be read or contains no user turn. The message names the place.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        var turns = new List<string>();
        try
        {
            if (path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase))
            {
                using var archive = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
                while (archive.GetNextEntry() is { } entry)
                {
                    if (entry.DataStream is { } content && Path.GetFileName(entry.Name).Contains("multi_turn", StringComparison.Ordinal))
                    {
                        Lines(content, $"{path}, {entry.Name}", turns);
                    }
                }
            }
            else
            {
                using var content = File.OpenRead(path);
                Lines(content, path, turns);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UnrecoverableException($"The realism reference {path} cannot be read: {exception.Message}", exception);
        }

        return turns.Count > 0
            ? [.. turns.Distinct(StringComparer.Ordinal)]
            : throw new UnrecoverableException(
                $"The realism reference {path} holds no user turn: each line must be a JSON object with messages under \"question\".");
    }

    private static void Lines(Stream content, string place, List<string> turns)
    {
        using var reader = new StreamReader(content);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            try
            {
                if (line.Length > 0)
                {
                    Collect(Value.Parse(line)["question"], turns);
                }
            }
            catch (JsonException exception)
            {
                throw new UnrecoverableException($"The realism reference {place}, line {number}: {exception.Message}", exception);
            }
        }
    }

    private static void Collect(Value value, List<string> turns)
    {
        if (value.IsArray)
        {
            foreach (var item in value.AsArray)
            {
                Collect(item, turns);
            }
        }
        else if (value["role"].IsString && value["role"].AsString == "user" && value["content"].IsString && value["content"].AsString.Length > 0)
        {
            turns.Add(value["content"].AsString);
        }
    }
}
