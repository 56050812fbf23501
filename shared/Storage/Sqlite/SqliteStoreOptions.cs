namespace AgentScaler.Storage.Sqlite;

/// <summary>Where the embedded store lies and how it groups writes.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The database file; its folder is created.</summary>
    public string Path { get; set; } = "agentscaler.db";

    /// <summary>How many writes share one transaction at most.</summary>
    public int MaxGroup { get; set; } = 512;

    /// <summary>How long a write waits for another process's transaction.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
