using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using AgentScaler.Gateway.Runs;

namespace AgentScaler.Standalone.Remote;

/// <summary>Sends sources to a gateway: a file unchanged, a folder as one archive. Files that the gateway already has are not sent again.</summary>
internal sealed class SourceUploads(GatewayClient gateway, TextWriter error)
{
    /// <exception cref="CommandException">A source does not exist or cannot be read.</exception>
    public async Task<IReadOnlyList<OrderedSource>> SendAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var sent = new List<OrderedSource>();
        foreach (var source in sources)
        {
            sent.Add(await SendAsync(source, cancellationToken));
        }

        return sent;
    }

    /// <summary>Sends one file and returns its id.</summary>
    public async Task<string> SendFileAsync(string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        return await SendAsync(content, Path.GetFileName(file), cancellationToken);
    }

    private async Task<OrderedSource> SendAsync(string source, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source)));
        if (File.Exists(source))
        {
            return new OrderedSource { Upload = await SendFileAsync(source, cancellationToken), Name = name };
        }

        if (!Directory.Exists(source))
        {
            throw CommandException.Usage($"--source {source}: there is no such file or folder.");
        }

        var path = Path.GetTempFileName();
        await using var archive =
            new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await PackAsync(source, archive, cancellationToken);
        archive.Position = 0;
        return new OrderedSource { Upload = await SendAsync(archive, name, cancellationToken), Name = name, Folder = true };
    }

    private async Task<string> SendAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        if (await gateway.HasUploadAsync(id, cancellationToken))
        {
            return id;
        }

        content.Position = 0;
        await error.WriteLineAsync($"uploading {name}, {content.Length} bytes");
        return (await gateway.UploadAsync(content, cancellationToken)).Id;
    }

    /// <summary>
    /// Archives the files that the stage collect would read, in a fixed order and without times, so that equal folders give equal archives. It uses the GNU
    /// format, because .NET writes the id of its process into a PAX archive.
    /// </summary>
    private static async Task PackAsync(string folder, Stream archive, CancellationToken cancellationToken)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        };
        await using var packed = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true);
        await using var tar = new TarWriter(packed, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(file);
            await tar.WriteEntryAsync(
                new GnuTarEntry(TarEntryType.RegularFile, Path.GetRelativePath(folder, file).Replace('\\', '/'))
                {
                    DataStream = content,
                    ModificationTime = DateTimeOffset.UnixEpoch
                },
                cancellationToken);
        }
    }
}
