namespace AgentScaler.Storage;

/// <summary>
/// The port to the document store. Its two adapters, MongoDB and SQLite, pass one contract suite. An expected conflict is a return value and
/// never an exception of the provider.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Inserts a document unless its key is taken.</summary>
    /// <returns>Whether the document was inserted.</returns>
    Task<bool> PutIfAbsentAsync(CollectionDefinition collection, Document document, CancellationToken cancellationToken);

    /// <summary>Inserts every document whose key is free, in one round trip.</summary>
    /// <returns>How many documents were inserted.</returns>
    Task<int> PutManyIfAbsentAsync(CollectionDefinition collection, IReadOnlyCollection<Document> documents, CancellationToken cancellationToken);

    Task<Document?> GetAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken);

    /// <summary>Streams the documents of a run that have this value of an index, in order of id.</summary>
    IAsyncEnumerable<Document> QueryAsync(CollectionDefinition collection, string run, string index, string value, CancellationToken cancellationToken);

    /// <summary>Streams all documents of a run in ordinal order of id, starting after <paramref name="after"/>, or at the first if it is null.</summary>
    IAsyncEnumerable<Document> StreamAsync(CollectionDefinition collection, string run, string? after, CancellationToken cancellationToken);

    /// <summary>Returns the ids of all documents of a run in ordinal order, without reading their bodies.</summary>
    Task<IReadOnlyList<string>> IdsAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken);

    /// <summary>Returns the ids of all documents of a run without reading their bodies, ordered by the value of an index and then by id.</summary>
    Task<IReadOnlyList<string>> IdsByAsync(CollectionDefinition collection, string run, string index, CancellationToken cancellationToken);

    /// <summary>Counts the documents of a run by the value of an index. The server counts.</summary>
    Task<IReadOnlyDictionary<string, long>> CountByAsync(CollectionDefinition collection, string run, string index, CancellationToken cancellationToken);

    Task<long> CountAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken);

    /// <summary>Replaces a document if it still has the expected version.</summary>
    /// <param name="expectedVersion">The version that was read; 0 inserts a new document.</param>
    /// <returns>Whether the document was replaced or inserted.</returns>
    Task<bool> CompareAndSetAsync(CollectionDefinition collection, Document document, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>Claims, atomically, one document that has this value of an index and whose lease is free or has expired.</summary>
    /// <param name="owner">Name of the claimant; renewing the lease needs it.</param>
    /// <returns>The claimed document, or null if there is none.</returns>
    Task<Document?> LeaseAsync(CollectionDefinition collection, string index, string value, string owner, TimeSpan duration,
        CancellationToken cancellationToken);

    /// <summary>Extends a lease.</summary>
    /// <returns>False if another owner has taken it.</returns>
    Task<bool> RenewLeaseAsync(CollectionDefinition collection, string run, string id, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Deletes all documents of a run in one collection.</summary>
    Task DeleteAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken);

    /// <summary>Deletes one document.</summary>
    /// <returns>Whether it existed.</returns>
    Task<bool> DeleteAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken);
}
