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
    private readonly DocumentDbServer? server;
    private readonly WireGateway? gateway;

    private MongoEngine(string connectionString, string origin, params IReadOnlyList<IAsyncDisposable> owned)
    {
        ConnectionString = connectionString;
        Origin = origin;
        this.owned = owned;
        server = owned.OfType<DocumentDbServer>().SingleOrDefault();
        gateway = owned.OfType<WireGateway>().SingleOrDefault();
    }

    public string ConnectionString { get; }

    /// <summary>Where the engine came from, for the test log.</summary>
    public string Origin { get; }

    public static async Task<MongoEngine> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("AGENTSCALER_TEST_MONGODB") is { Length: > 0 } address)
        {
            return new MongoEngine(address, "AGENTSCALER_TEST_MONGODB");
        }

        if (ContainerEngine.Answers)
        {
            var container = new MongoDbBuilder("mongo:8.0").Build();
            await container.StartAsync(cancellationToken).ConfigureAwait(false);
            return new MongoEngine(container.GetConnectionString(), "container", container);
        }

        var engine = await DocumentDbServer.StartAsync(Path.Combine(EngineCache.Folder, "documentdb"), cancellationToken).ConfigureAwait(false);
        var gateway = WireGateway.Start(NpgsqlDataSource.Create(engine.ConnectionString));
        return new MongoEngine($"mongodb://127.0.0.1:{gateway.Port}/?directConnection=true", "Debian package", gateway, engine);
    }

    /// <summary>Whether the engine can be killed and started again.</summary>
    public bool CanBeKilled => server is not null;

    /// <summary>False between a kill and the restart.</summary>
    public bool IsUp => server is null || !server.Process.HasExited;

    /// <summary>Processor time that the engine has taken since it was started; null where it is not ours.</summary>
    public TimeSpan? ProcessorTime => server?.Process.ProcessorTime;

    /// <summary>Kills the engine without warning: its connections break, nobody listens any more, and the data stays.</summary>
    public async Task KillAsync()
    {
        await Gateway.SuspendAsync().ConfigureAwait(false);
        await Server.Process.KillAsync().ConfigureAwait(false);
    }

    /// <summary>Starts the killed engine again, on the same port and data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await Server.RestartAsync(cancellationToken).ConfigureAwait(false);
        Gateway.Resume();
    }

    private DocumentDbServer Server => server ?? throw new NotSupportedException($"An engine from {Origin} is not ours to kill.");

    private WireGateway Gateway => gateway ?? throw new NotSupportedException($"An engine from {Origin} is not ours to kill.");

    public async ValueTask DisposeAsync()
    {
        foreach (var part in owned)
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
    }
}
