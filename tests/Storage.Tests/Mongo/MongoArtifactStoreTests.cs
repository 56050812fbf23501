using AgentScaler.Storage.Mongo;

namespace AgentScaler.Storage.Tests.Mongo;

public sealed class MongoArtifactStoreTests : ArtifactStoreContract, IDisposable
{
    private readonly MongoConnection _connection;

    public MongoArtifactStoreTests(MongoEngineFixture engine) => _connection = engine.OpenDatabase();

    protected override IArtifactStore Artifacts => new MongoArtifactStore(_connection);

    public void Dispose()
    {
        _connection.Database.Client.DropDatabase(_connection.Database.DatabaseNamespace.DatabaseName);
        _connection.Dispose();
    }
}
