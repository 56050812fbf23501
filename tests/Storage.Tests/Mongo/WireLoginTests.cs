using AgentScaler.TestInfrastructure.Gateway;
using MongoDB.Bson;
using MongoDB.Driver;
using Npgsql;

namespace AgentScaler.Storage.Tests.Mongo;

/// <summary>The login of the MongoDB-compatible engine, with MongoDB's own driver; what is asked here needs no engine behind it.</summary>
public sealed class WireLoginTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mongodb://user:p%40ss@127.0.0.1:{0}/?authSource=admin", true)]
    [InlineData("mongodb://user:wrong@127.0.0.1:{0}/?authSource=admin", false)]
    [InlineData("mongodb://other:p%40ss@127.0.0.1:{0}/?authSource=admin", false)]
    [InlineData("mongodb://127.0.0.1:{0}/", false)]
    public async Task Only_who_knows_the_password_may_send_commands(string address, bool may)
    {
        await using var gateway = WireGateway.Start(NpgsqlDataSource.Create("Host=127.0.0.1;Port=1"), credentials: new WireCredentials("user", "p@ss"));
        using var client = new MongoClient(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, gateway.Port));
        var killed = client.GetDatabase("admin")
            .RunCommandAsync<BsonDocument>(new BsonDocument { { "killCursors", "any" }, { "cursors", new BsonArray() } }, cancellationToken: Stop);
        if (may)
        {
            Assert.Equal(1, (await killed)["ok"].ToInt32());
        }
        else
        {
            await Assert.ThrowsAnyAsync<MongoException>(() => killed);
        }
    }
}
