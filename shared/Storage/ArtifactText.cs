using System.Text;

namespace AgentScaler.Storage;

/// <summary>Stores and reads artifacts that are UTF-8 text.</summary>
public static class ArtifactText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task<ArtifactReference> PutTextAsync(this IArtifactStore store, string text, string mediaType, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Utf8.GetBytes(text), writable: false);
        return await store.PutAsync(content, mediaType, cancellationToken);
    }

    /// <exception cref="FileNotFoundException">No artifact has this hash.</exception>
    public static async Task<string> ReadTextAsync(this IArtifactStore store, string sha256, CancellationToken cancellationToken)
    {
        await using var content = await store.OpenAsync(sha256, cancellationToken);
        using var reader = new StreamReader(content, Utf8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
