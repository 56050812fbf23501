using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace AgentScaler.Gateway.Files;

/// <summary>
/// Finds length and hash of workspace files. An artifact already has them. For a file made from documents they are computed once for each
/// fingerprint of its stage, because its bytes stay the same until the fingerprint changes.
/// </summary>
public sealed class FileDigests
{
    /// <summary>Most digests kept. A run has seven files made from documents, so this is enough for hundreds of runs.</summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<(string Run, string Path, string Stage), FileDigest> _known = new();

    public async Task<FileDigest> OfAsync(string run, RunFile file, CancellationToken cancellationToken)
    {
        if (file.Artifact is { } artifact)
        {
            return new FileDigest(file.Path, artifact.Length, artifact.Sha256);
        }

        if (file.Stage is null)
        {
            return await ComputeAsync(file, cancellationToken);
        }

        if (!_known.TryGetValue((run, file.Path, file.Stage), out var digest))
        {
            digest = await ComputeAsync(file, cancellationToken);
            if (_known.Count >= Most)
            {
                _known.Clear();
            }

            _known[(run, file.Path, file.Stage)] = digest;
        }

        return digest;
    }

    private static async Task<FileDigest> ComputeAsync(RunFile file, CancellationToken cancellationToken)
    {
        using var hash = SHA256.Create();
        await using var counted = new WindowStream(Stream.Null, 0, long.MaxValue);
        await using (var hashed = new CryptoStream(counted, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await file.WriteAsync(hashed, cancellationToken);
        }

        return new FileDigest(file.Path, counted.Passed, Convert.ToHexStringLower(hash.Hash!));
    }
}
