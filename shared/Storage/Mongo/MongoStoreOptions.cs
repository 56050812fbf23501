namespace AgentScaler.Storage.Mongo;

/// <summary>Settings of the MongoDB store.</summary>
public sealed record MongoStoreOptions
{
    /// <summary>The MongoDB connection string. A standalone server is enough.</summary>
    public required string Uri { get; init; }

    /// <summary>The database to use if the connection string names none.</summary>
    public string Database { get; init; } = "agentscaler";
}
