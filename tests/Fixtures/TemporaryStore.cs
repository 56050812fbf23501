using AgentScaler.Storage.Files;
using AgentScaler.Storage.Sqlite;

namespace AgentScaler.Fixtures;

/// <summary>The embedded store in a folder of its own.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentscaler-store-");

    public TemporaryStore()
    {
        Documents = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder.FullName, "store.db") }, TimeProvider.System);
        Artifacts = new FileArtifactStore(Path.Combine(_folder.FullName, "artifacts"));
    }

    public SqliteDocumentStore Documents { get; }

    public FileArtifactStore Artifacts { get; }

    public async ValueTask DisposeAsync()
    {
        await Documents.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
