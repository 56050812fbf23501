using AgentScaler.Storage.Mongo;

namespace AgentScaler.Storage.Tests.Mongo;

public sealed class MongoArtifactStoreTests : ArtifactStoreContract, IDisposable
{
    private readonly MongoConnection connection;

    public MongoArtifactStoreTests(MongoEngineFixture engine) => connection = engine.OpenDatabase();

    protected override IArtifactStore Artifacts => new MongoArtifactStore(connection);

    public void Dispose()
    {
        connection.Database.Client.DropDatabase(connection.Database.DatabaseNamespace.DatabaseName);
        connection.Dispose();
    }
}
