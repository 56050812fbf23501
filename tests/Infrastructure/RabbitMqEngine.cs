using System.Text;
using AgentScaler.TestInfrastructure.Provisioning;
using Testcontainers.RabbitMq;

namespace AgentScaler.TestInfrastructure;

/// <summary>
/// A RabbitMQ for one suite: the one that AGENTSCALER_TEST_RABBITMQ names, else a container, else a node of Debian's
/// package on a private name, port and data directory.
/// </summary>
public sealed class RabbitMqEngine : IAsyncDisposable
{
    private readonly IAsyncDisposable? _container;
    private readonly string? _data;
    private readonly Func<CancellationToken, Task<EngineProcess>>? _start;
    private EngineProcess? _node;

    private RabbitMqEngine(
        Uri uri, string origin, IAsyncDisposable? container = null, string? data = null, Func<CancellationToken, Task<EngineProcess>>? start = null)
    {
        Uri = uri;
        Origin = origin;
        _container = container;
        _data = data;
        _start = start;
    }

    /// <summary><c>amqp://user:password@host:port/</c>.</summary>
    public Uri Uri { get; }

    /// <summary>Where the engine came from, for the test log.</summary>
    public string Origin { get; }

    public static async Task<RabbitMqEngine> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("AGENTSCALER_TEST_RABBITMQ") is { Length: > 0 } address)
        {
            return new RabbitMqEngine(new Uri(address), "AGENTSCALER_TEST_RABBITMQ");
        }

        if (ContainerEngine.Answers)
        {
            var container = new RabbitMqBuilder("rabbitmq:4.1-alpine").Build();
            await container.StartAsync(cancellationToken);
            return new RabbitMqEngine(new Uri(container.GetConnectionString()), "container", container);
        }

        _ = EngineCache.Folder;
        var (data, port) = (Directory.CreateTempSubdirectory("agentscaler-rabbitmq-").FullName, EngineProcess.FreePort());
        var engine =
            new RabbitMqEngine(new Uri($"amqp://guest:guest@127.0.0.1:{port}/"), "Debian package", data: data, start: stop => StartNodeAsync(data, port, stop));
        engine._node = await engine._start!(cancellationToken);
        return engine;
    }

    /// <summary>Whether the node can be killed and started again.</summary>
    public bool CanBeKilled => _start is not null;

    /// <summary>Processor time that the node has taken since it was started; null where it is not ours.</summary>
    public TimeSpan? ProcessorTime => _node?.ProcessorTime;

    /// <summary>
    /// Waits until the node has written down which quorum queues it holds. It does so half a second after a queue was declared; a node that is
    /// killed earlier comes back with an empty queue of that name (docs/stack.md).
    /// </summary>
    public async Task RemembersAsync(IEnumerable<string> queues, CancellationToken cancellationToken)
    {
        var mnesia = Path.Combine(_data ?? throw NotOurs(), "mnesia");
        foreach (var queue in queues)
        {
            var name = Encoding.UTF8.GetBytes($"_{queue}");
            while (!Directory.EnumerateFiles(mnesia, "names.dets", SearchOption.AllDirectories)
                .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(name) >= 0))
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    /// <summary>Kills the node without warning; the data stays.</summary>
    public Task KillAsync() => _node?.KillAsync() ?? throw NotOurs();

    /// <summary>Starts the killed node again on the same port and data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await (_node?.DisposeAsync() ?? throw NotOurs());
        _node = await _start!(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_container?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private NotSupportedException NotOurs() => new($"An engine from {Origin} is not ours to kill.");

    private static async Task<EngineProcess> StartNodeAsync(string data, int port, CancellationToken cancellationToken)
    {
        // The distribution port is the node's own as well; epmd is shared, so the name must be unique.
        var configuration = Path.Combine(data, "rabbitmq.conf");
        await File.WriteAllTextAsync(
            configuration,
            $"listeners.tcp.1 = 127.0.0.1:{port}\nloopback_users = none\nvm_memory_high_watermark.absolute = 512MB\ndisk_free_limit.absolute = 50MB\nlog.console.level = warning\n",
            cancellationToken);
        var process = await EngineProcess.StartAsync(
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
        await process.UntilAsync(token => EngineProcess.ConnectAsync(port, token), TimeSpan.FromSeconds(120), cancellationToken);
        return process;
    }
}
