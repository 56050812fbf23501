using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentScaler.Storage.Mongo;

/// <summary>The document store of a cluster, on MongoDB. It uses no transactions, so a standalone server is enough.</summary>
public sealed class MongoDocumentStore(MongoConnection connection, TimeProvider time) : IDocumentStore
{
    private const int PageSize = 256;

    private static readonly FilterDefinitionBuilder<BsonDocument> Filter = Builders<BsonDocument>.Filter;
    private static readonly SortDefinition<BsonDocument> ByKey = Builders<BsonDocument>.Sort.Ascending(MongoDocuments.Key);

    private readonly MongoGroups _groups = new(connection.Database);
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private volatile bool _prepared;

    public async Task<bool> PutIfAbsentAsync(CollectionDefinition collection, Document document, CancellationToken cancellationToken)
    {
        var written = MongoDocuments.Write(collection, document, 1);
        await OpenAsync(collection, cancellationToken);
        return await _groups.InsertAsync(collection.Name, written, cancellationToken);
    }

    public async Task<int> PutManyIfAbsentAsync(CollectionDefinition collection, IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            return 0;
        }

        var target = await OpenAsync(collection, cancellationToken);
        var inserts = documents.Select(document => new InsertOneModel<BsonDocument>(MongoDocuments.Write(collection, document, 1)));
        try
        {
            var result = await target.BulkWriteAsync(inserts, new BulkWriteOptions { IsOrdered = false }, cancellationToken);
            return (int)result.InsertedCount;
        }
        catch (MongoBulkWriteException<BsonDocument> exception) when (
            exception.WriteConcernError is null && exception.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey))
        {
            return (int)exception.Result.InsertedCount;
        }
    }

    public async Task<Document?> GetAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken)
    {
        await OpenAsync(collection, cancellationToken);
        var stored = await _groups.FindAsync(collection.Name, MongoDocuments.KeyOf(run, id), cancellationToken);
        return stored is null ? null : MongoDocuments.Read(collection, stored);
    }

    public IAsyncEnumerable<Document> QueryAsync(CollectionDefinition collection, string run, string index, string value, CancellationToken cancellationToken)
    {
        collection.RequireIndex(index);
        return PagesAsync(collection, Filter.Eq(MongoDocuments.Run, run) & Filter.Eq(MongoDocuments.Field(index), value), cancellationToken);
    }

    public IAsyncEnumerable<Document> StreamAsync(CollectionDefinition collection, string run, string? after, CancellationToken cancellationToken) =>
        PagesAsync(collection, MongoDocuments.OfRun(run, after), cancellationToken);

    public Task<IReadOnlyList<string>> IdsAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken) =>
        IdsAsync(collection, run, ByKey, cancellationToken);

    public Task<IReadOnlyList<string>> IdsByAsync(CollectionDefinition collection, string run, string index, CancellationToken cancellationToken)
    {
        collection.RequireIndex(index);
        return IdsAsync(collection, run,
            Builders<BsonDocument>.Sort.Ascending(MongoDocuments.Run).Ascending(MongoDocuments.Field(index)).Ascending(MongoDocuments.Key), cancellationToken);
    }

    private async Task<IReadOnlyList<string>> IdsAsync(CollectionDefinition collection, string run, SortDefinition<BsonDocument> order,
        CancellationToken cancellationToken)
    {
        var documents = await OpenAsync(collection, cancellationToken);
        var keys = await documents.Find(MongoDocuments.OfRun(run)).Sort(order)
            .Project<BsonDocument>(Builders<BsonDocument>.Projection.Include(MongoDocuments.Key))
            .ToListAsync(cancellationToken);
        return keys.ConvertAll(key => key[MongoDocuments.Key].AsString[(run.Length + 1)..]);
    }

    public async Task<IReadOnlyDictionary<string, long>> CountByAsync(CollectionDefinition collection, string run, string index,
        CancellationToken cancellationToken)
    {
        collection.RequireIndex(index);
        var field = MongoDocuments.Field(index);
        var documents = await OpenAsync(collection, cancellationToken);
        var groups = await documents.Aggregate()
            .Match(Filter.Eq(MongoDocuments.Run, run) & Filter.Exists(field))
            .Group(new BsonDocument { { MongoDocuments.Key, $"${field}" }, { "count", new BsonDocument("$sum", 1) } })
            .ToListAsync(cancellationToken);
        return new SortedDictionary<string, long>(
            groups.ToDictionary(group => group[MongoDocuments.Key].AsString, group => group["count"].ToInt64()), StringComparer.Ordinal);
    }

    public async Task<long> CountAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken)
    {
        var documents = await OpenAsync(collection, cancellationToken);
        return await documents.CountDocumentsAsync(MongoDocuments.OfRun(run), options: null, cancellationToken);
    }

    public async Task<bool> CompareAndSetAsync(CollectionDefinition collection, Document document, long expectedVersion, CancellationToken cancellationToken)
    {
        if (expectedVersion == 0)
        {
            return await PutIfAbsentAsync(collection, document, cancellationToken);
        }

        var documents = await OpenAsync(collection, cancellationToken);
        var result = await documents.UpdateOneAsync(
            MongoDocuments.OfKey(document.Run, document.Id) & Filter.Eq(MongoDocuments.Version, expectedVersion),
            MongoDocuments.Replace(collection, document),
            options: null,
            cancellationToken);
        return result.MatchedCount == 1;
    }

    public async Task<Document?> LeaseAsync(CollectionDefinition collection, string index, string value, string owner, TimeSpan duration,
        CancellationToken cancellationToken)
    {
        collection.RequireIndex(index);
        var documents = await OpenAsync(collection, cancellationToken);
        var now = Now();
        var stored = await documents.FindOneAndUpdateAsync(
            Filter.Eq(MongoDocuments.Field(index), value) & Filter.Lt(MongoDocuments.Lease, now),
            Builders<BsonDocument>.Update.Set(MongoDocuments.Owner, owner).Set(MongoDocuments.Lease, now + (long)duration.TotalMilliseconds),
            new FindOneAndUpdateOptions<BsonDocument> { Sort = ByKey, ReturnDocument = ReturnDocument.After },
            cancellationToken);
        return stored is null ? null : MongoDocuments.Read(collection, stored);
    }

    public async Task<bool> RenewLeaseAsync(CollectionDefinition collection, string run, string id, string owner, TimeSpan duration,
        CancellationToken cancellationToken)
    {
        var documents = await OpenAsync(collection, cancellationToken);
        var result = await documents.UpdateOneAsync(
            MongoDocuments.OfKey(run, id) & Filter.Eq(MongoDocuments.Owner, owner),
            Builders<BsonDocument>.Update.Set(MongoDocuments.Lease, Now() + (long)duration.TotalMilliseconds),
            options: null,
            cancellationToken);
        return result.MatchedCount == 1;
    }

    public async Task DeleteAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken)
    {
        var documents = await OpenAsync(collection, cancellationToken);
        await documents.DeleteManyAsync(MongoDocuments.OfRun(run), cancellationToken);
    }

    public async Task<bool> DeleteAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken)
    {
        var documents = await OpenAsync(collection, cancellationToken);
        var result = await documents.DeleteOneAsync(MongoDocuments.OfKey(run, id), cancellationToken);
        return result.DeletedCount == 1;
    }

    private async IAsyncEnumerable<Document> PagesAsync(
        CollectionDefinition collection, FilterDefinition<BsonDocument> filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var documents = await OpenAsync(collection, cancellationToken);
        using var cursor = await documents.Find(filter, new FindOptions { BatchSize = PageSize }).Sort(ByKey)
            .ToCursorAsync(cancellationToken);
        while (await cursor.MoveNextAsync(cancellationToken))
        {
            foreach (var stored in cursor.Current)
            {
                yield return MongoDocuments.Read(collection, stored);
            }
        }
    }

    /// <summary>Creates the indexes of a collection before its first use. Any process may come first; creating them again changes nothing.</summary>
    private async ValueTask<IMongoCollection<BsonDocument>> OpenAsync(CollectionDefinition collection, CancellationToken cancellationToken)
    {
        if (!_prepared)
        {
            await _preparing.WaitAsync(cancellationToken);
            try
            {
                if (!_prepared)
                {
                    await PrepareAsync(cancellationToken);
                    _prepared = true;
                }
            }
            finally
            {
                _preparing.Release();
            }
        }

        return connection.Database.GetCollection<BsonDocument>(collection.Name);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var collection in Collections.All)
        {
            var models = MongoDocuments.IndexesOf(collection).ToList();
            if (models.Count > 0)
            {
                await connection.Database.GetCollection<BsonDocument>(collection.Name).Indexes
                    .CreateManyAsync(models, cancellationToken);
            }
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
