namespace AgentScaler.Storage;

/// <summary>
/// The one storage port. Two adapters, MongoDB and SQLite, pass one contract suite. An expected conflict is an
/// outcome, never a provider's exception.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Inserts a document unless its key is taken; says whether it was inserted.</summary>
    Task<bool> PutIfAbsentAsync(CollectionDefinition collection, Document document, CancellationToken cancellationToken);

    /// <summary>Inserts every document whose key is free, in one round trip; returns how many were inserted.</summary>
    Task<int> PutManyIfAbsentAsync(CollectionDefinition collection, IReadOnlyCollection<Document> documents, CancellationToken cancellationToken);

    Task<Document?> GetAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken);

    /// <summary>Documents of a run whose index has this value, in order of id.</summary>
    IAsyncEnumerable<Document> QueryAsync(CollectionDefinition collection, string run, string index, string value, CancellationToken cancellationToken);

    /// <summary>All documents of a run in ordinal order of id, starting after <paramref name="after"/>.</summary>
    IAsyncEnumerable<Document> StreamAsync(CollectionDefinition collection, string run, string? after, CancellationToken cancellationToken);

    /// <summary>Ids of all documents of a run in ordinal order, without reading their bodies.</summary>
    Task<IReadOnlyList<string>> IdsAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken);

    /// <summary>Ids of all documents of a run in order of an index, without reading their bodies: what has the same value stands together, in ordinal order.</summary>
    Task<IReadOnlyList<string>> IdsByAsync(CollectionDefinition collection, string run, string index, CancellationToken cancellationToken);

    /// <summary>Number of documents of a run by value of an index, counted by the server.</summary>
    Task<IReadOnlyDictionary<string, long>> CountByAsync(CollectionDefinition collection, string run, string index, CancellationToken cancellationToken);

    Task<long> CountAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken);

    /// <summary>Replaces a document if it still has the version that was read (0: insert); says whether it did.</summary>
    Task<bool> CompareAndSetAsync(CollectionDefinition collection, Document document, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>
    /// Claims one document whose <paramref name="index"/> has this value and whose lease is free or over, atomically.
    /// </summary>
    Task<Document?> LeaseAsync(CollectionDefinition collection, string index, string value, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Extends a lease; false where it was lost to another owner.</summary>
    Task<bool> RenewLeaseAsync(CollectionDefinition collection, string run, string id, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Deletes one collection's documents of a run.</summary>
    Task DeleteAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken);

    /// <summary>Deletes one document; says whether it was there.</summary>
    Task<bool> DeleteAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken);
}
