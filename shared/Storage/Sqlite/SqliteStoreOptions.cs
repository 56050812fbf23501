namespace AgentScaler.Storage.Sqlite;

/// <summary>Settings of the embedded store.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>Path of the database file. A missing folder is created.</summary>
    public string Path { get; set; } = "agentscaler.db";

    /// <summary>Most writes in one transaction.</summary>
    public int MaxGroup { get; set; } = 512;

    /// <summary>How long a write waits for another process's transaction before it fails.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
