namespace AgentScaler.Hosting.Stores;

/// <summary>Section <c>Storage:Sqlite</c> of the configuration.</summary>
public sealed class SqliteOptions
{
    /// <summary>Path of the database file.</summary>
    public string Path { get; set; } = "agentscaler.db";

    /// <summary>The folder of artifacts. If empty, <c>artifacts</c> beside the database file.</summary>
    public string? Artifacts { get; set; }

    public string ArtifactFolder => string.IsNullOrEmpty(Artifacts)
        ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, "artifacts")
        : Artifacts;
}
