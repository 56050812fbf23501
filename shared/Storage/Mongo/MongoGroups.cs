using System.Collections.Concurrent;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentScaler.Storage.Mongo;

/// <summary>
/// Groups the reads by key and the inserts of a process by collection, so that hundreds of concurrent consumers cost the server one find and
/// one insert. A caller continues only after the server has acknowledged its insert.
/// </summary>
internal sealed class MongoGroups(IMongoDatabase database)
{
    private const int MostReads = 256;
    private const int MostWrites = 512;

    private readonly ConcurrentDictionary<string, Grouped<string, BsonDocument?>> _reads = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Grouped<BsonDocument, bool>> _writes = new(StringComparer.Ordinal);

    /// <summary>The stored document of a key, or null.</summary>
    public Task<BsonDocument?> FindAsync(string collection, string key, CancellationToken cancellationToken) =>
        _reads.GetOrAdd(collection, name => new Grouped<string, BsonDocument?>(MostReads, keys => FindAsync(name, keys))).AskAsync(key, cancellationToken);

    /// <summary>Inserts a document unless its key is taken.</summary>
    /// <returns>Whether it was inserted.</returns>
    public Task<bool> InsertAsync(string collection, BsonDocument document, CancellationToken cancellationToken) =>
        _writes.GetOrAdd(collection, name => new Grouped<BsonDocument, bool>(MostWrites, documents => InsertAsync(name, documents)))
            .AskAsync(document, cancellationToken);

    private async Task<IReadOnlyList<Outcome<BsonDocument?>>> FindAsync(string collection, IReadOnlyList<string> keys)
    {
        var target = database.GetCollection<BsonDocument>(collection);
        var filter = keys.Count == 1
            ? Builders<BsonDocument>.Filter.Eq(MongoDocuments.Key, keys[0])
            : Builders<BsonDocument>.Filter.In(MongoDocuments.Key, keys.Distinct(StringComparer.Ordinal));
        var found = await target.Find(filter).ToListAsync();
        var byKey = found.ToDictionary(document => document[MongoDocuments.Key].AsString, StringComparer.Ordinal);
        return [.. keys.Select(key => new Outcome<BsonDocument?>(byKey.GetValueOrDefault(key)))];
    }

    private async Task<IReadOnlyList<Outcome<bool>>> InsertAsync(string collection, IReadOnlyList<BsonDocument> documents)
    {
        var target = database.GetCollection<BsonDocument>(collection);
        var outcomes = new Outcome<bool>[documents.Count];
        Array.Fill(outcomes, new Outcome<bool>(true));
        try
        {
            await target.InsertManyAsync(documents, new InsertManyOptions { IsOrdered = false });
        }
        catch (MongoBulkWriteException<BsonDocument> exception) when (exception.WriteConcernError is null)
        {
            foreach (var error in exception.WriteErrors)
            {
                outcomes[error.Index] = error.Category == ServerErrorCategory.DuplicateKey
                    ? new Outcome<bool>(false)
                    : new Outcome<bool>(false, new MongoException($"Document '{documents[error.Index][MongoDocuments.Key]}' was refused: {error.Message}"));
            }
        }

        return outcomes;
    }
}
