using AgentScaler.TestInfrastructure.Provisioning;
using Testcontainers.RabbitMq;

namespace AgentScaler.TestInfrastructure;

/// <summary>
/// A RabbitMQ for one suite: the one that AGENTSCALER_TEST_RABBITMQ names, else a container, else a node of Debian's
/// package on a private name, port and data directory.
/// </summary>
public sealed class RabbitMqEngine : IAsyncDisposable
{
    private readonly IAsyncDisposable? owner;
    private readonly Func<Task>? kill;
    private readonly Func<CancellationToken, Task<RabbitMqEngine>>? restart;

    private RabbitMqEngine(Uri uri, string origin, IAsyncDisposable? owner, Func<Task>? kill = null, Func<CancellationToken, Task<RabbitMqEngine>>? restart = null)
    {
        Uri = uri;
        Origin = origin;
        this.owner = owner;
        this.kill = kill;
        this.restart = restart;
    }

    /// <summary><c>amqp://user:password@host:port/</c>.</summary>
    public Uri Uri { get; }

    /// <summary>Where the engine came from, for the test log.</summary>
    public string Origin { get; }

    public static async Task<RabbitMqEngine> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("AGENTSCALER_TEST_RABBITMQ") is { Length: > 0 } address)
        {
            return new RabbitMqEngine(new Uri(address), "AGENTSCALER_TEST_RABBITMQ", null);
        }

        if (ContainerEngine.Answers)
        {
            var container = new RabbitMqBuilder("rabbitmq:4.1-alpine").Build();
            await container.StartAsync(cancellationToken).ConfigureAwait(false);
            return new RabbitMqEngine(new Uri(container.GetConnectionString()), "container", container);
        }

        _ = EngineCache.Folder;
        var data = Directory.CreateTempSubdirectory("agentscaler-rabbitmq-").FullName;
        return await StartNodeAsync(data, EngineProcess.FreePort(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Kills the node without warning; the data stays.</summary>
    public Task KillAsync() => kill?.Invoke() ?? throw new NotSupportedException($"An engine from {Origin} is not ours to kill.");

    /// <summary>Starts the killed node again on the same port and data.</summary>
    public Task<RabbitMqEngine> RestartAsync(CancellationToken cancellationToken) =>
        restart?.Invoke(cancellationToken) ?? throw new NotSupportedException($"An engine from {Origin} is not ours to restart.");

    public async ValueTask DisposeAsync()
    {
        if (owner is not null)
        {
            await owner.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<RabbitMqEngine> StartNodeAsync(string data, int port, CancellationToken cancellationToken)
    {
        // The distribution port is the node's own as well; epmd is shared, so the name must be unique.
        var configuration = Path.Combine(data, "rabbitmq.conf");
        await File.WriteAllTextAsync(
            configuration,
            $"listeners.tcp.1 = 127.0.0.1:{port}\nloopback_users = none\nvm_memory_high_watermark.absolute = 512MB\ndisk_free_limit.absolute = 50MB\nlog.console.level = warning\n",
            cancellationToken).ConfigureAwait(false);
        var process = EngineProcess.Start(
            "/usr/lib/rabbitmq/bin/rabbitmq-server",
            [],
            new Dictionary<string, string>
            {
                ["HOME"] = data,
                ["RABBITMQ_NODENAME"] = $"agentscaler{port}@localhost",
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = $"{port}",
                ["RABBITMQ_DIST_PORT"] = $"{EngineProcess.FreePort()}",
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(data, "mnesia"),
                ["RABBITMQ_LOG_BASE"] = Path.Combine(data, "log"),
                ["RABBITMQ_LOGS"] = "-",
                ["RABBITMQ_CONFIG_FILE"] = configuration,
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(data, "enabled_plugins"),
                ["RABBITMQ_PID_FILE"] = Path.Combine(data, "pid"),
            });
        await process.UntilAsync(token => EngineProcess.ConnectAsync(port, token), TimeSpan.FromSeconds(60), cancellationToken).ConfigureAwait(false);
        return new RabbitMqEngine(
            new Uri($"amqp://guest:guest@127.0.0.1:{port}/"),
            "Debian package",
            process,
            process.KillAsync,
            token => StartNodeAsync(data, port, token));
    }
}
