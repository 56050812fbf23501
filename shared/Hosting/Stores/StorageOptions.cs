namespace AgentScaler.Hosting.Stores;

/// <summary>Section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c> or <c>mongodb</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    public SqliteOptions Sqlite { get; set; } = new();

    public MongoDbOptions MongoDb { get; set; } = new();

    public bool IsMongoDb => string.Equals(Provider, "mongodb", StringComparison.OrdinalIgnoreCase);

    public bool IsSqlite => string.Equals(Provider, "sqlite", StringComparison.OrdinalIgnoreCase);
}
