namespace AgentScaler.Storage.Mongo;

/// <summary>Where the MongoDB store lives.</summary>
public sealed record MongoStoreOptions
{
    /// <summary>A MongoDB connection string; a standalone server is enough.</summary>
    public required string Uri { get; init; }

    /// <summary>Used where the connection string names no database.</summary>
    public string Database { get; init; } = "agentscaler";
}
