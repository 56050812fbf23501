using System.Security.Cryptography;
using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Training.Tokenization;

namespace AgentScaler.Training.Datasets;

/// <summary>Writes encoded rows as JSON lines with a manifest of hashes, and reads them back checked.</summary>
public static class ShardFiles
{
    public const string ManifestName = "manifest.json";

    public static ShardManifest Write(
        string folder, EncodedDataset dataset, Tokenizer tokenizer, EncodingOptions options, string template, int rowsPerShard = 10_000)
    {
        Directory.CreateDirectory(folder);
        var shards = new List<ShardFile>();
        foreach (var (index, rows) in dataset.Rows.Chunk(rowsPerShard).Index())
        {
            var name = $"shard-{index:00000}.jsonl";
            var path = Path.Combine(folder, name);
            using (var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                foreach (var row in rows)
                {
                    JsonSerializer.Serialize(stream, row, ContractJson.Options);
                    stream.WriteByte((byte)'\n');
                }
            }

            shards.Add(new ShardFile(name, rows.Length, HashOf(path)));
        }

        var manifest = new ShardManifest(
            template, TokenizerFile.HashOf(tokenizer), tokenizer.VocabularySize, options.MaxLength, options.MaxTools, options.MaxSystem, options.MaxDescription,
                options.TrainReasoning,
            dataset.Rows.Count, dataset.Tokens, dataset.TrainedTokens, dataset.Truncated, dataset.Rejected, shards);
        // The manifest goes last: a folder without one is unfinished.
        File.WriteAllText(Path.Combine(folder, ManifestName), JsonSerializer.Serialize(manifest, ContractJson.Indented) + "\n");
        return manifest;
    }

    /// <exception cref="InvalidDataException">A shard is missing or not the one that the manifest names.</exception>
    public static (ShardManifest Manifest, IReadOnlyList<EncodedRow> Rows) Read(string folder)
    {
        var path = Path.Combine(folder, ManifestName);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path} is missing: the shards are unfinished; encode the dataset again.");
        }
        try
        {
            var manifest = JsonSerializer.Deserialize<ShardManifest>(File.ReadAllText(path), ContractJson.Options)!;
            var rows = new List<EncodedRow>();
            foreach (var shard in manifest.Shards)
            {
                var file = Path.Combine(folder, shard.Name);
                if (!File.Exists(file) || HashOf(file) != shard.Sha256)
                {
                    throw new InvalidDataException($"{file} is missing or does not have the hash that {path} gives it; encode the dataset again.");
                }
                rows.AddRange(File.ReadLines(file).Select(l => JsonSerializer.Deserialize<EncodedRow>(l, ContractJson.Options)!));
            }

            return (manifest, rows);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
