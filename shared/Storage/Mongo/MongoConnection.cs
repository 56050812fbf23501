using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentScaler.Storage.Mongo;

/// <summary>The one client of a process and its database.</summary>
public sealed class MongoConnection : IDisposable
{
    private readonly MongoClient client;

    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public MongoConnection(MongoStoreOptions options)
    {
        MongoUrl url;
        try
        {
            url = MongoUrl.Create(options.Uri);
        }
        catch (MongoConfigurationException exception)
        {
            // The string may hold a password: say what is wrong with it without repeating it.
            throw new ArgumentException($"The MongoDB connection string cannot be read: {exception.Message}", nameof(options), exception);
        }

        client = new MongoClient(MongoClientSettings.FromUrl(url));
        Database = client.GetDatabase(url.DatabaseName ?? options.Database);
    }

    public IMongoDatabase Database { get; }

    /// <summary>Round trip to the server.</summary>
    public Task PingAsync(CancellationToken cancellationToken) =>
        Database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), cancellationToken: cancellationToken);

    public void Dispose() => client.Dispose();
}
