namespace AgentScaler.Storage;

/// <summary>Content-addressed bodies: files, or GridFS. A body is written before the document that points at it.</summary>
public interface IArtifactStore
{
    Task<ArtifactReference> PutAsync(Stream content, string mediaType, CancellationToken cancellationToken);

    /// <exception cref="FileNotFoundException">No artifact has this hash.</exception>
    Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Every artifact, in no particular order.</summary>
    IAsyncEnumerable<StoredArtifact> ListAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a body; nothing happens where it is not there.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellationToken);
}
