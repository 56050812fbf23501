namespace AgentScaler.Storage;

/// <summary>Stores bodies by the hash of their content, as files or in GridFS. A body is always stored before the document that refers to it.</summary>
public interface IArtifactStore
{
    Task<ArtifactReference> PutAsync(Stream content, string mediaType, CancellationToken cancellationToken);

    /// <summary>Opens a body for reading.</summary>
    /// <exception cref="FileNotFoundException">No artifact has this hash.</exception>
    Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Lists every artifact, in no particular order.</summary>
    IAsyncEnumerable<StoredArtifact> ListAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a body. Does nothing if there is none of this hash.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellationToken);
}
