using AgentScaler.TestInfrastructure.Gateway;
using AgentScaler.TestInfrastructure.Provisioning;
using Npgsql;
using Testcontainers.MongoDb;

namespace AgentScaler.TestInfrastructure;

/// <summary>
/// A MongoDB for one suite: the one that AGENTSCALER_TEST_MONGODB names, else a container with the real server, else
/// Debian's MongoDB-compatible engine behind <see cref="WireGateway"/>.
/// </summary>
public sealed class MongoEngine : IAsyncDisposable
{
    private readonly IReadOnlyList<IAsyncDisposable> owned;
    private readonly EngineProcess? process;

    private MongoEngine(string connectionString, string origin, EngineProcess? process, params IReadOnlyList<IAsyncDisposable> owned)
    {
        ConnectionString = connectionString;
        Origin = origin;
        this.process = process;
        this.owned = owned;
    }

    public string ConnectionString { get; }

    /// <summary>Where the engine came from, for the test log.</summary>
    public string Origin { get; }

    public static async Task<MongoEngine> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("AGENTSCALER_TEST_MONGODB") is { Length: > 0 } address)
        {
            return new MongoEngine(address, "AGENTSCALER_TEST_MONGODB", null);
        }

        if (ContainerEngine.Answers)
        {
            var container = new MongoDbBuilder("mongo:8.0").Build();
            await container.StartAsync(cancellationToken).ConfigureAwait(false);
            return new MongoEngine(container.GetConnectionString(), "container", null, container);
        }

        var engine = await DocumentDbServer.StartAsync(Path.Combine(EngineCache.Folder, "documentdb"), cancellationToken).ConfigureAwait(false);
        var gateway = WireGateway.Start(NpgsqlDataSource.Create(engine.ConnectionString));
        return new MongoEngine($"mongodb://127.0.0.1:{gateway.Port}/?directConnection=true", "Debian package", engine.Process, gateway, engine);
    }

    /// <summary>Kills the engine without warning; the data stays.</summary>
    public Task KillAsync() => process?.KillAsync() ?? throw new NotSupportedException($"An engine from {Origin} is not ours to kill.");

    public async ValueTask DisposeAsync()
    {
        foreach (var part in owned)
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
    }
}
