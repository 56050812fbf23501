using System.Security.Cryptography;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Runs;

/// <summary>Computes one hash of the content of sources or benchmarks: names relative to each source, and bytes.</summary>
public static class SourceHash
{
    /// <param name="option">The option that named them, for messages.</param>
    /// <exception cref="OrderException">A source does not exist or cannot be read.</exception>
    public static async Task<string> OfAsync(string option, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        foreach (var source in sources)
        {
            var isFolder = Directory.Exists(source);
            if (!isFolder && !File.Exists(source))
            {
                throw new OrderException($"{option} {source}: there is no such file or folder.");
            }

            var files = isFolder
                ? Directory.EnumerateFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
                : [source];
            foreach (var file in files.Order(StringComparer.Ordinal))
            {
                parts.Add(isFolder ? Path.GetRelativePath(source, file) : Path.GetFileName(file));
                parts.Add(await HashAsync(file, isFolder, cancellationToken));
            }
        }

        return ContentId.Of("sources", [.. parts]);
    }

    private static async Task<string> HashAsync(string file, bool isInside, CancellationToken cancellationToken)
    {
        try
        {
            // A pipe or a device has no length and no end; it is told by its name, as an empty file is. A link is told by where it leads.
            var entry = new FileInfo(file);
            if (isInside && entry.LinkTarget is { } target)
            {
                return $"link to {target}";
            }

            if (entry.LinkTarget is null && entry.Length == 0)
            {
                return "empty";
            }

            await using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The import reports what is wrong with this file. The other files are still read.
            return "unreadable";
        }
    }
}
