using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Sources;

/// <summary>
/// Walks files, folders and nested archives, and yields every member in ordinal order. A member that cannot be opened is yielded too, with the
/// reason, so one bad member never ends the walk.
/// </summary>
public sealed class SourceWalker(SourceLimits limits)
{
    /// <summary>The suffix of an archive's path that makes it a folder: its members are named like files of a folder.</summary>
    public const string AsFolder = "!/";

    /// <summary>
    /// Streams the items of one source. The containers of yielded items are given to <paramref name="opened"/>, which disposes them after the last
    /// item was read.
    /// </summary>
    /// <exception cref="UnusableSourceException">The source does not exist.</exception>
    public async IAsyncEnumerable<SourceItem> WalkAsync(
        string source, Action<ISourceContainer> opened, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ISourceContainer container;
        if (Directory.Exists(source))
        {
            container = FolderContainer.Of(source, limits);
        }
        else if (File.Exists(source))
        {
            container = FolderContainer.OfFile(source);
        }
        else if (source.EndsWith(AsFolder, StringComparison.Ordinal) && File.Exists(source[..^AsFolder.Length]))
        {
            container = OpenFolder(source[..^AsFolder.Length], cancellationToken);
        }
        else
        {
            throw new UnusableSourceException($"Source '{source}' does not exist. Give a file, a folder or an archive (.zip, .tar.gz, .gz).");
        }

        opened(container);
        foreach (var item in WalkContainer(container, "", 0, opened, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
            await Task.Yield();
        }
    }

    private UnpackedContainer OpenFolder(string archive, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(archive);
        using var outside = FolderContainer.OfFile(archive);
        var (inner, failure) = TryOpenArchive(outside, name, nesting: 0, cancellationToken);
        if (inner is null || inner.Damage is not null)
        {
            inner?.Dispose();
            throw new UnusableSourceException($"Source '{name}' stands for a folder and {failure ?? inner?.Damage ?? "is no archive (.zip, .tar, .tar.gz)"}.");
        }

        return inner;
    }

    private IEnumerable<SourceItem> WalkContainer(
        ISourceContainer container, string prefix, int nesting, Action<ISourceContainer> opened, CancellationToken cancellationToken)
    {
        foreach (var closed in container.Closed)
        {
            yield return new SourceItem(prefix + closed, closed, container, FolderContainer.NotListed);
        }

        foreach (var (path, why) in container.PassedOver)
        {
            yield return new SourceItem(prefix + path, path, container) { PassedOver = why };
        }

        foreach (var path in container.Paths)
        {
            var uri = prefix + path;
            var (inner, failure) = TryOpenArchive(container, path, nesting, cancellationToken);
            if (failure is not null)
            {
                yield return new SourceItem(uri, path, container, failure);
            }
            else if (inner is null)
            {
                yield return new SourceItem(uri, path, container);
            }
            else
            {
                opened(inner);
                if (inner.Damage is not null)
                {
                    yield return new SourceItem(uri, path, container, inner.Damage);
                }
                else if (inner.Paths.Count == 0)
                {
                    yield return new SourceItem(uri, path, container, "is an empty archive");
                }

                foreach (var item in WalkContainer(inner, uri + "!", nesting + 1, opened, cancellationToken))
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>Returns the container of a member that is an archive, or a failure; neither if the member is a plain document.</summary>
    private (UnpackedContainer? Inner, string? Failure) TryOpenArchive(
        ISourceContainer container, string path, int nesting, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = container.Open(path);
            var head = Head(stream);
            if (!ContentSignature.IsZip(head) && !ContentSignature.IsGzip(head) && !ContentSignature.IsTar(head))
            {
                return (null, null);
            }

            if (nesting >= limits.Nesting)
            {
                return (null, $"archives are nested more than {limits.Nesting} deep; unpack the outer ones");
            }

            stream.Position = 0;
            if (ContentSignature.IsZip(head))
            {
                return (Unpack((inner, budget) => ReadZip(inner, stream, budget, cancellationToken), stream), null);
            }

            if (!ContentSignature.IsGzip(head))
            {
                return (Unpack((inner, budget) => ReadTar(inner, stream, budget, cancellationToken), stream), null);
            }

            if (!IsTarInside(stream))
            {
                // A compressed document is a document. Its reader decompresses it.
                return (null, null);
            }

            stream.Position = 0;
            using var unpacked = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            return (Unpack((inner, budget) => ReadTar(inner, unpacked, budget, cancellationToken), stream), null);
        }
        catch (Exception exception) when (ArchiveDamage.Is(exception))
        {
            return (null, ArchiveDamage.Sentence(exception));
        }
        catch (DocumentException exception)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>Unpacks an archive; from a damaged one, the members before the damage.</summary>
    private UnpackedContainer Unpack(Action<UnpackedContainer, UnpackingBudget> read, Stream packed)
    {
        var container = new UnpackedContainer();
        try
        {
            read(container, new UnpackingBudget(limits, () => packed.Position));
        }
        catch (Exception exception) when (ArchiveDamage.Is(exception))
        {
            container.Damage = ArchiveDamage.Sentence(exception);
        }
        catch
        {
            container.Dispose();
            throw;
        }

        return container;
    }

    private static void ReadTar(UnpackedContainer container, Stream stream, UnpackingBudget budget, CancellationToken cancellationToken)
    {
        using var reader = new TarReader(stream, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            // Links and devices have no content. Only regular members are documents.
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
            {
                container.Add(MemberPath(entry.Name), entry.DataStream ?? Stream.Null, entry.Length, budget, cancellationToken);
            }
        }
    }

    private static void ReadZip(UnpackedContainer container, Stream stream, UnpackingBudget budget, CancellationToken cancellationToken)
    {
        ArchiveDamage.RequireEndOfZip(stream);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith('/'))
            {
                using var content = entry.Open();
                container.Add(MemberPath(entry.FullName), content, entry.Length, budget, cancellationToken);
            }
        }
    }

    /// <summary>Returns a member's path without segments that lead outside of the archive. It is only a name, but names are compared.</summary>
    private static string MemberPath(string name) =>
        string.Join('/', name.Replace('\\', '/').Split('/').Where(part => part is not ("" or "." or "..")));

    private static bool IsTarInside(Stream stream)
    {
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        return ContentSignature.IsTar(Head(unpacked));
    }

    private static byte[] Head(Stream stream)
    {
        var head = new byte[ContentSignature.Length];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
