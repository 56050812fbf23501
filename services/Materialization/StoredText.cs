using AgentScaler.Pipeline;
using AgentScaler.Storage;

namespace AgentScaler.Materialization;

/// <summary>The text of a file that the user gave: by its path, or by the hash under which it was kept.</summary>
internal static class StoredText
{
    /// <param name="option">What messages call the setting.</param>
    /// <exception cref="UnrecoverableException">The file cannot be read.</exception>
    public static async Task<string> ReadAsync(IArtifactStore artifacts, string given, string option, CancellationToken cancellationToken)
    {
        try
        {
            return given.StartsWith(ArtifactReference.Scheme, StringComparison.Ordinal)
                ? await artifacts.ReadTextAsync(given[ArtifactReference.Scheme.Length..], cancellationToken)
                : await File.ReadAllTextAsync(given, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnrecoverableException($"{option} {given} cannot be read: {failure.Message}", failure);
        }
    }
}
