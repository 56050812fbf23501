using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentScaler.Storage.Mongo;

/// <summary>The MongoDB client of a process and its database. A process has one.</summary>
public sealed class MongoConnection : IDisposable
{
    private readonly MongoClient _client;

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
            // The string may hold a password and the driver repeats it, so neither its exception nor its words are passed on as they are.
            throw new ArgumentException(
                $"Storage__MongoDb__Uri cannot be read: {exception.Message.Replace(options.Uri, "it", StringComparison.Ordinal)} It must be 'mongodb://user:password@host:port/', with what the password holds of ':/?#[]@%' percent-encoded.",
                nameof(options));
        }

        _client = new MongoClient(MongoClientSettings.FromUrl(url));
        Database = _client.GetDatabase(url.DatabaseName ?? options.Database);
    }

    public IMongoDatabase Database { get; }

    /// <summary>Makes one round trip to the server; throws if the server does not answer.</summary>
    public Task PingAsync(CancellationToken cancellationToken) =>
        Database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), cancellationToken: cancellationToken);

    public void Dispose() => _client.Dispose();
}
