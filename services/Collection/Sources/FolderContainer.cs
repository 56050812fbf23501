using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Sources;

/// <summary>The files of a folder. Links are not followed, because one may lead outside or in a circle.</summary>
public sealed class FolderContainer : ISourceContainer
{
    private readonly string _root;
    private readonly HashSet<string> _known;

    private FolderContainer(string root, IReadOnlyList<string> paths)
    {
        _root = root;
        Paths = paths;
        _known = new HashSet<string>(paths, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Paths { get; }

    /// <summary>Returns every regular file below a folder, without hidden files and links.</summary>
    public static FolderContainer Of(string folder, SourceLimits limits)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = true,
        };
        var paths = Directory.EnumerateFiles(folder, "*", options)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Take(limits.Members + 1)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (paths.Count > limits.Members)
        {
            throw new UnusableSourceException($"{folder}: more than {limits.Members} files. Name the sub-folder that holds the documents.");
        }

        return new FolderContainer(folder, paths);
    }

    /// <summary>
    /// Returns a single file. Its neighbours are out of reach, because a document given alone may not read files that were not given.
    /// </summary>
    public static FolderContainer OfFile(string file)
        => new(Path.GetDirectoryName(Path.GetFullPath(file))!, [Path.GetFileName(file)]);

    public bool Contains(string path) => _known.Contains(path);

    public Stream Open(string path)
    {
        try
        {
            return new FileStream(Path.Combine(_root, path), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException($"cannot be opened: {exception.Message}", exception);
        }
    }

    public void Dispose()
    {
    }
}
