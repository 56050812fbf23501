using AgentScaler.Storage.Mongo;
using AgentScaler.TestInfrastructure;

[assembly: AssemblyFixture(typeof(AgentScaler.Storage.Tests.Mongo.MongoEngineFixture))]

namespace AgentScaler.Storage.Tests.Mongo;

/// <summary>One engine for all suites; each test has a database of its own.</summary>
public sealed class MongoEngineFixture : IAsyncLifetime
{
    private int _databases;
    private MongoEngine? _engine;

    public string ConnectionString => _engine!.ConnectionString;

    public async ValueTask InitializeAsync() => _engine = await MongoEngine.StartAsync(CancellationToken.None);

    public MongoConnection OpenDatabase() => new(new MongoStoreOptions
    {
        Uri = ConnectionString,
        Database = $"test{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}",
    });

    public ValueTask DisposeAsync() => _engine?.DisposeAsync() ?? ValueTask.CompletedTask;
}
