using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentScaler.Storage.Mongo;

/// <summary>
/// The form of a document in MongoDB: the body as text, each declared index as a field, and a lease. The key is one string, so that a page of
/// a run is a range of the primary index.
/// </summary>
internal static class MongoDocuments
{
    public const string Key = "_id";
    public const string Run = "run";
    public const string Version = "version";
    public const string Owner = "owner";
    public const string Lease = "lease";

    private const string Id = "id";
    private const string Body = "body";

    public static string KeyOf(string run, string id) => $"{run}/{id}";

    public static string Field(string index) => $"i_{index}";

    /// <summary>Selects the documents of a run: their keys start with the run and a slash.</summary>
    public static FilterDefinition<BsonDocument> OfRun(string run, string? after = null) =>
        Builders<BsonDocument>.Filter.Gt(Key, after is null ? $"{run}/" : KeyOf(run, after))
        & Builders<BsonDocument>.Filter.Lt(Key, $"{run}0");

    public static FilterDefinition<BsonDocument> OfKey(string run, string id) => Builders<BsonDocument>.Filter.Eq(Key, KeyOf(run, id));

    public static BsonDocument Write(CollectionDefinition collection, Document document, long version)
    {
        collection.RequireIndexes(document);
        document.RequireBounded();
        var stored = new BsonDocument
        {
            { Key, KeyOf(document.Run, document.Id) },
            { Run, document.Run },
            { Id, document.Id },
            { Version, version },
            { Lease, 0L },
            { Body, document.Body },
        };
        foreach (var (index, value) in document.Indexes)
        {
            stored.Add(Field(index), value);
        }

        return stored;
    }

    /// <summary>Replaces body and indexes and increments the version. The lease stays as it is.</summary>
    public static UpdateDefinition<BsonDocument> Replace(CollectionDefinition collection, Document document)
    {
        collection.RequireIndexes(document);
        document.RequireBounded();
        var update = Builders<BsonDocument>.Update.Set(Body, document.Body).Inc(Version, 1L);
        return collection.Indexes.Aggregate(
            update,
            (all, index) => document.Indexes.TryGetValue(index, out var value) ? all.Set(Field(index), value) : all.Unset(Field(index)));
    }

    public static Document Read(CollectionDefinition collection, BsonDocument stored)
    {
        var indexes = new Dictionary<string, string>(collection.Indexes.Count, StringComparer.Ordinal);
        foreach (var index in collection.Indexes)
        {
            if (stored.TryGetValue(Field(index), out var value))
            {
                indexes[index] = value.AsString;
            }
        }

        return new Document(stored[Run].AsString, stored[Id].AsString, stored[Body].AsString, indexes, stored[Version].ToInt64());
    }

    public static IEnumerable<CreateIndexModel<BsonDocument>> IndexesOf(CollectionDefinition collection)
    {
        var keys = Builders<BsonDocument>.IndexKeys;
        foreach (var index in collection.Indexes)
        {
            // By run for queries and counts, and by lease for claiming work of any run.
            yield return new CreateIndexModel<BsonDocument>(keys.Ascending(Run).Ascending(Field(index)).Ascending(Key));
            if (index == "status")
            {
                yield return new CreateIndexModel<BsonDocument>(keys.Ascending(Field(index)).Ascending(Lease));
            }
        }
    }
}
