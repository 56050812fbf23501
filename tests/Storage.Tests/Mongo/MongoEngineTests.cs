using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentScaler.Storage.Tests.Mongo;

/// <summary>The engine that the suites run on behaves as MongoDB where the driver and the adapter rely on it.</summary>
public sealed class MongoEngineTests : IDisposable
{
    private readonly MongoClient _client;
    private readonly IMongoCollection<BsonDocument> _documents;

    public MongoEngineTests(MongoEngineFixture engine)
    {
        _client = new MongoClient(engine.ConnectionString);
        _documents = _client.GetDatabase("engine").GetCollection<BsonDocument>($"c{Guid.NewGuid():n}");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_duplicate_key_has_MongoDBs_code()
    {
        await _documents.InsertOneAsync(new BsonDocument("_id", 1), options: null, Stop);

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => _documents.InsertOneAsync(new BsonDocument("_id", 1), options: null, Stop));

        Assert.Equal(11000, error.WriteError.Code);
        Assert.Equal(ServerErrorCategory.DuplicateKey, error.WriteError.Category);
    }

    [Fact]
    public async Task A_duplicate_in_an_upsert_or_a_unique_index_has_MongoDBs_code()
    {
        await _documents.Indexes.CreateOneAsync(
            new CreateIndexModel<BsonDocument>(Builders<BsonDocument>.IndexKeys.Ascending("k"), new CreateIndexOptions { Unique = true }), options: null, Stop);
        await _documents.InsertOneAsync(new BsonDocument { { "_id", 1 }, { "k", 7 } }, options: null, Stop);

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => _documents.UpdateOneAsync(
            Builders<BsonDocument>.Filter.Eq("_id", 2), Builders<BsonDocument>.Update.Set("k", 7), new UpdateOptions { IsUpsert = true }, Stop));

        Assert.Equal(ServerErrorCategory.DuplicateKey, error.WriteError.Category);
    }

    [Fact]
    public async Task An_unordered_bulk_write_goes_on_after_duplicates()
    {
        await _documents.InsertOneAsync(new BsonDocument("_id", 2), options: null, Stop);

        var error = await Assert.ThrowsAsync<MongoBulkWriteException<BsonDocument>>(() => _documents.InsertManyAsync(
            Enumerable.Range(1, 3).Select(i => new BsonDocument("_id", i)), new InsertManyOptions { IsOrdered = false }, Stop));

        Assert.Equal(2, error.Result.InsertedCount);
        Assert.Equal(3, await _documents.CountDocumentsAsync(FilterDefinition<BsonDocument>.Empty, options: null, Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cursor_pages_through_everything_sorted_or_not(bool sorted)
    {
        await _documents.InsertManyAsync(Enumerable.Range(0, 500).Select(i => new BsonDocument("_id", i)), options: null, Stop);
        var find = _documents.Find(FilterDefinition<BsonDocument>.Empty, new FindOptions { BatchSize = 30 });

        var read = await (sorted ? find.SortByDescending(d => d["_id"]) : find).ToListAsync(Stop);

        Assert.Equal(500, read.Select(d => d["_id"].AsInt32).Distinct().Count());
        Assert.True(!sorted || read[0]["_id"].AsInt32 == 499);
    }

    [Fact]
    public async Task An_unknown_operator_and_an_unknown_command_are_errors_not_silence()
    {
        await _documents.InsertOneAsync(new BsonDocument("_id", 1), options: null, Stop);

        await Assert.ThrowsAsync<MongoCommandException>(() => _documents.Find(new BsonDocument("$nonsense", 1)).ToListAsync(Stop));
        var error = await Assert.ThrowsAsync<MongoCommandException>(() =>
            _documents.Database.RunCommandAsync<BsonDocument>(new BsonDocument("flyToTheMoon", 1), null, Stop));
        Assert.Equal(59, error.Code);
    }

    public void Dispose() => _client.Dispose();
}
