namespace AgentScaler.Storage;

/// <summary>Names a large or immutable body by the hash of its content.</summary>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Length">Number of bytes.</param>
public sealed record ArtifactReference(string Sha256, long Length, string MediaType)
{
    /// <summary>The prefix of a stored file's hash where a run's options name it in place of a path: <c>sha256:</c> and 64 hex digits.</summary>
    public const string Scheme = "sha256:";

    /// <summary>Checks that a text is a hash and nothing else, before it is used as a file name.</summary>
    /// <exception cref="ArgumentException">The text is not 64 lower-case hex digits.</exception>
    public static void RequireHash(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException($"'{sha256}' is not a SHA-256 in lower-case hex digits.", nameof(sha256));
        }
    }
}
