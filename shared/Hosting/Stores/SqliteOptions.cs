namespace AgentScaler.Hosting.Stores;

/// <summary>Section <c>Storage:Sqlite</c> of the configuration.</summary>
public sealed class SqliteOptions
{
    /// <summary>The database file.</summary>
    public string Path { get; set; } = "agentscaler.db";

    /// <summary>The folder of large bodies; <c>artifacts</c> beside the database file where empty.</summary>
    public string? Artifacts { get; set; }

    public string ArtifactFolder => string.IsNullOrEmpty(Artifacts)
        ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, "artifacts")
        : Artifacts;
}
