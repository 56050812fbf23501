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
    private readonly IReadOnlyList<IAsyncDisposable> _owned;
    private readonly DocumentDbServer? _server;
    private readonly WireGateway? _gateway;

    private MongoEngine(string connectionString, string origin, params IReadOnlyList<IAsyncDisposable> owned)
    {
        ConnectionString = connectionString;
        Origin = origin;
        _owned = owned;
        _server = owned.OfType<DocumentDbServer>().SingleOrDefault();
        _gateway = owned.OfType<WireGateway>().SingleOrDefault();
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
            await container.StartAsync(cancellationToken);
            return new MongoEngine(container.GetConnectionString(), "container", container);
        }

        var engine = await DocumentDbServer.StartAsync(Path.Combine(EngineCache.Folder, "documentdb"), cancellationToken);
        var gateway = WireGateway.Start(NpgsqlDataSource.Create(engine.ConnectionString));
        return new MongoEngine($"mongodb://127.0.0.1:{gateway.Port}/?directConnection=true", "Debian package", gateway, engine);
    }

    /// <summary>Whether the engine can be killed and started again.</summary>
    public bool CanBeKilled => _server is not null;

    /// <summary>False between a kill and the restart.</summary>
    public bool IsUp => _server is null || !_server.Process.HasExited;

    /// <summary>Processor time that the engine has taken since it was started; null where it is not ours.</summary>
    public TimeSpan? ProcessorTime => _server?.Process.ProcessorTime;

    /// <summary>Kills the engine without warning: its connections break, nobody listens any more, and the data stays.</summary>
    public async Task KillAsync()
    {
        await Gateway.SuspendAsync();
        await Server.Process.KillAsync();
    }

    /// <summary>Starts the killed engine again, on the same port and data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await Server.RestartAsync(cancellationToken);
        Gateway.Resume();
    }

    private DocumentDbServer Server => _server ?? throw new NotSupportedException($"An engine from {Origin} is not ours to kill.");

    private WireGateway Gateway => _gateway ?? throw new NotSupportedException($"An engine from {Origin} is not ours to kill.");

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _owned)
        {
            await part.DisposeAsync();
        }
    }
}
