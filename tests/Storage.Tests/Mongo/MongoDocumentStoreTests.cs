using AgentScaler.Storage.Mongo;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentScaler.Storage.Tests.Mongo;

public sealed class MongoDocumentStoreTests : DocumentStoreContract, IDisposable
{
    private readonly MongoConnection _connection;
    private readonly MongoDocumentStore _store;

    public MongoDocumentStoreTests(MongoEngineFixture engine)
    {
        _connection = engine.OpenDatabase();
        _store = new MongoDocumentStore(_connection, Time);
    }

    protected override IDocumentStore Store => _store;

    [Fact]
    public async Task Every_declared_index_exists_on_the_server()
    {
        await _store.CountAsync(Collections.Tools, "run", Stop);

        foreach (var collection in Collections.All)
        {
            var indexes = await (await _connection.Database.GetCollection<BsonDocument>(collection.Name).Indexes.ListAsync(Stop)).ToListAsync(Stop);
            foreach (var index in collection.Indexes)
            {
                Assert.Contains(indexes, found => found["key"].AsBsonDocument.Contains($"i_{index}"));
            }
        }
    }

    [Fact]
    public async Task Preparing_twice_changes_nothing()
    {
        await _store.PutIfAbsentAsync(Collections.Tools, Tool("a", "1"), Stop);
        var second = new MongoDocumentStore(_connection, Time);

        Assert.Equal("1", (await second.GetAsync(Collections.Tools, "run", "a", Stop))!.Body);
    }

    [Fact]
    public async Task Several_hundred_documents_are_paged_in_order()
    {
        var documents = Enumerable.Range(0, 1_000).Select(i => Tool($"t{i:d4}", $"{i}")).ToList();

        Assert.Equal(1_000, await _store.PutManyIfAbsentAsync(Collections.Tools, documents, Stop));
        Assert.Equal(0, await _store.PutManyIfAbsentAsync(Collections.Tools, documents, Stop));

        var read = new List<string>();
        await foreach (var document in _store.StreamAsync(Collections.Tools, "run", null, Stop))
        {
            read.Add(document.Id);
        }

        Assert.Equal(documents.Select(d => d.Id), read);
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_refused_without_repeating_it()
    {
        var error = Assert.Throws<ArgumentException>(() => new MongoConnection(new MongoStoreOptions { Uri = "mongo://user:secret@host" }));

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _connection.Database.Client.DropDatabase(_connection.Database.DatabaseNamespace.DatabaseName);
        _connection.Dispose();
    }
}
