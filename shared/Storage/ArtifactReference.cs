namespace AgentScaler.Storage;

/// <summary>A large or immutable body, by the hash of its content.</summary>
public sealed record ArtifactReference(string Sha256, long Length, string MediaType)
{
    /// <summary>Before the hash of a stored file, where a run's options name it instead of a path.</summary>
    public const string Scheme = "sha256:";

    /// <exception cref="ArgumentException">Not a hash: as a name it could lead anywhere.</exception>
    public static void RequireHash(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException($"'{sha256}' is not a SHA-256 in lower-case hex digits.", nameof(sha256));
        }
    }
}
