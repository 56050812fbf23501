using System.Formats.Tar;
using System.IO.Compression;

namespace AgentScaler.Collection.Survey;

/// <summary>Draws documents from packs by a fixed seed: members of an archive, lines of a file of lines; all where there are fewer.</summary>
internal sealed class Sample : IDisposable
{
    private const int Seed = 16;

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-sample-").FullName;

    /// <returns>A folder with the drawn documents of the pack.</returns>
    public string Draw(string pack, int count)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, Path.GetFileName(pack))).FullName;
        using var unpacked = new GZipStream(File.OpenRead(pack), CompressionMode.Decompress);
        if (pack.EndsWith(".tar.gz", StringComparison.Ordinal))
        {
            DrawMembers(pack, unpacked, folder, count);
        }
        else
        {
            using var reader = new StreamReader(unpacked);
            var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            File.WriteAllLines(Path.Combine(folder, "lines.jsonl"), Drawn(lines.Length, count).Select(index => lines[index]));
        }

        return folder;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void DrawMembers(string pack, Stream unpacked, string folder, int count)
    {
        var drawn = Drawn(Count(pack), count).ToHashSet();
        using var archive = new TarReader(unpacked);
        for (var index = 0; archive.GetNextEntry() is { } entry;)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && drawn.Contains(index++))
            {
                // Names of members are data: the sample numbers its files.
                entry.ExtractToFile(Path.Combine(folder, $"{index:D5}{Path.GetExtension(entry.Name)}"), overwrite: false);
            }
        }
    }

    private static int Count(string pack)
    {
        using var archive = new TarReader(new GZipStream(File.OpenRead(pack), CompressionMode.Decompress));
        var count = 0;
        while (archive.GetNextEntry() is { } entry)
        {
            count += entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile ? 1 : 0;
        }

        return count;
    }

    private static IEnumerable<int> Drawn(int all, int count)
    {
        var indices = Enumerable.Range(0, all).ToArray();
        new Random(Seed).Shuffle(indices);
        return indices.Take(count).Order();
    }
}
