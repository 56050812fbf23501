namespace AgentScaler.Hosting.Stores;

/// <summary>Section <c>Storage:MongoDb</c> of the configuration.</summary>
public sealed class MongoDbOptions
{
    /// <summary>A MongoDB connection string; TLS and credentials are its own. A standalone server is enough.</summary>
    public string Uri { get; set; } = "";

    /// <summary>The database, where the connection string names none.</summary>
    public string Database { get; set; } = "agentscaler";
}
