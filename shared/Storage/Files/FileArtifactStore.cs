using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace AgentScaler.Storage.Files;

/// <summary>Artifacts as files <c>FOLDER/ab/abcd...</c>, each named by the SHA-256 of its content.</summary>
public sealed class FileArtifactStore(string folder) : IArtifactStore
{
    public async Task<ArtifactReference> PutAsync(Stream content, string mediaType, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        // The name is only known at the end, and a reader must never see half a file: write beside, then rename.
        var partial = Path.Combine(folder, Path.GetRandomFileName() + ".partial");
        try
        {
            var (hash, length) = await CopyAsync(content, partial, cancellationToken);
            var path = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(partial, path, overwrite: true);
            return new ArtifactReference(hash, length, mediaType);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"No artifact has the hash {sha256}.", path);
        }

        return Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true));
    }

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(sha256)));

    public async IAsyncEnumerable<StoredArtifact> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        // The folder holds other files too: an artifact is a file in the place that its own name demands.
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name.Length == 64 && file.Directory!.Name == file.Name[..2]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new StoredArtifact(file.Name, file.LastWriteTimeUtc);
        }
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private static async Task<(string Hash, long Length)> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var buffer = new byte[1 << 16];
        int read;
        long length = 0;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            length += read;
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    private string PathOf(string sha256)
    {
        ArtifactReference.RequireHash(sha256);
        return Path.Combine(folder, sha256[..2], sha256);
    }
}
