namespace AgentScaler.Hosting.Stores;

/// <summary>Section <c>Storage:MongoDb</c> of the configuration.</summary>
public sealed class MongoDbOptions
{
    /// <summary>The MongoDB connection string, including credentials and TLS. A standalone server is enough.</summary>
    public string Uri { get; set; } = "";

    /// <summary>The database to use if the connection string names none.</summary>
    public string Database { get; set; } = "agentscaler";
}
