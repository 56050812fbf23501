using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Sources;

/// <summary>
/// The files of a folder. Links are named and not followed, because one may lead outside or in a circle. Hidden files are named and not read, because
/// they belong to tools.
/// </summary>
public sealed class FolderContainer : ISourceContainer
{
    /// <summary>The reason of a folder whose files cannot be listed.</summary>
    public const string NotListed = "is a folder that cannot be listed; give its reader the right to read and enter it";

    private static readonly EnumerationOptions Listed = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
    };

    private readonly string _root;
    private readonly HashSet<string> _known;

    private FolderContainer(string root, IReadOnlyList<string> paths, IReadOnlyList<string> closed, IReadOnlyList<(string, string)> passedOver)
    {
        PassedOver = passedOver;
        _root = root;
        Paths = paths;
        Closed = closed;
        _known = new HashSet<string>(paths, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Paths { get; }

    public IReadOnlyList<string> Closed { get; }

    public IReadOnlyList<(string Path, string Why)> PassedOver { get; }

    /// <summary>Returns every regular file below a folder, without hidden files and links.</summary>
    /// <exception cref="UnusableSourceException">The folder cannot be listed, or has too many files.</exception>
    public static FolderContainer Of(string folder, SourceLimits limits) =>
        Of(folder, limits, place => new DirectoryInfo(place).EnumerateFileSystemInfos("*", Listed));

    /// <param name="list">Lists the files and folders directly in a folder.</param>
    internal static FolderContainer Of(string folder, SourceLimits limits, Func<string, IEnumerable<FileSystemInfo>> list)
    {
        var (paths, closed, passedOver) = (new List<string>(), new List<string>(), new List<(string Path, string Why)>());
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            try
            {
                foreach (var entry in list(next))
                {
                    if (ReasonToPass(entry) is { } why)
                    {
                        passedOver.Add((PathInside(folder, entry.FullName), why));
                    }
                    else if (entry is DirectoryInfo)
                    {
                        open.Push(entry.FullName);
                    }
                    else
                    {
                        paths.Add(PathInside(folder, entry.FullName));
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && next != folder)
            {
                closed.Add(PathInside(folder, next));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new UnusableSourceException($"Source '{folder}' {NotListed}.", exception);
            }

            if (paths.Count > limits.Members)
            {
                throw new UnusableSourceException($"{folder}: more than {limits.Members} files. Name the sub-folder that holds the documents.");
            }
        }

        paths.Sort(StringComparer.Ordinal);
        closed.Sort(StringComparer.Ordinal);
        return new FolderContainer(folder, paths, closed, [.. passedOver.OrderBy(p => p.Path, StringComparer.Ordinal)]);
    }

    private static string? ReasonToPass(FileSystemInfo entry)
    {
        var kind = entry is DirectoryInfo ? "folder" : "file";
        return entry.LinkTarget is not null ? $"a link to a {kind}, which is not followed; name its target as a source"
            : entry.Attributes.HasFlag(FileAttributes.Hidden) ? $"a hidden {kind}, which is not read; name it as a source to read it"
            : null;
    }

    private static string PathInside(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    /// <summary>
    /// Returns a single file. Its neighbours are out of reach, because a document given alone may not read files that were not given.
    /// </summary>
    public static FolderContainer OfFile(string file) =>
        new(Path.GetDirectoryName(Path.GetFullPath(file))!, [Path.GetFileName(file)], [], []);

    public bool Contains(string path) => _known.Contains(path);

    public Stream Open(string path)
    {
        try
        {
            // A pipe or a device has no length, and reading one may never end; it is told as an empty file is.
            var place = Path.Combine(_root, path);
            return new FileInfo(place) is { LinkTarget: null, Length: 0 } ? Stream.Null
                : new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
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
