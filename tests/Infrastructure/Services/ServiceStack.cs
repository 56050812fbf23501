using System.Diagnostics;

namespace AgentScaler.TestInfrastructure.Services;

/// <summary>The distributed stack: a broker, a database, and every service as a process of its own, as compose starts them.</summary>
public sealed class ServiceStack : IAsyncDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly List<ServiceProcess> _services = [];
    private readonly string _folder;

    private ServiceStack(RabbitMqEngine broker, MongoEngine database, string name, string folder, IReadOnlyDictionary<string, string>? more)
    {
        Broker = broker;
        Database = database;
        DatabaseName = name;
        _folder = folder;
        _settings = new Dictionary<string, string>
        {
            ["Bus__Transport"] = "rabbitmq",
            ["Bus__RabbitMq__Uri"] = broker.Uri.ToString(),
            ["Storage__Provider"] = "mongodb",
            ["Storage__MongoDb__Uri"] = database.ConnectionString,
            ["Storage__MongoDb__Database"] = name,
            ["Training__Folder"] = Path.Combine(folder, "training"),
            // What was lost with a killed process is published again after seconds here, after minutes elsewhere.
            ["Gateway__SweepAfter"] = "00:00:05",
            ["Gateway__CheckEvery"] = "00:00:00.500",
            // Seven processes share the cores of one machine.
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_TieredPGO"] = "0",
        };
        foreach (var (key, value) in more ?? new Dictionary<string, string>())
        {
            _settings[key] = value;
        }
    }

    public RabbitMqEngine Broker { get; }

    public MongoEngine Database { get; }

    /// <summary>The stack's own database.</summary>
    public string DatabaseName { get; }

    /// <summary>Every process, also those that were killed and not started again.</summary>
    public IReadOnlyList<ServiceProcess> Services => _services;

    /// <summary>The environment variables that every service of the stack is given.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    /// <summary>Starts the engines and one process of each service, and waits until all are ready.</summary>
    /// <param name="more">Environment variables of every service, over those that the stack sets.</param>
    public static Task<ServiceStack> StartAsync(CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? more = null) =>
        StartAsync(Enum.GetValues<StackService>(), cancellationToken, more);

    /// <summary>Starts the engines and one process of each of some services, and waits until all are ready.</summary>
    public static async Task<ServiceStack> StartAsync(
        IReadOnlyCollection<StackService> wanted, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? more = null)
    {
        var broker = RabbitMqEngine.StartAsync(cancellationToken);
        var database = MongoEngine.StartAsync(cancellationToken);
        await Task.WhenAll(broker, database);
        var stack = new ServiceStack(
            await broker,
            await database,
            $"stack_{Guid.NewGuid():n}",
            Directory.CreateTempSubdirectory("agentscaler-stack-").FullName,
            more);
        try
        {
            var starting = new List<ServiceProcess>();
            foreach (var service in wanted)
            {
                starting.Add(await stack.AddAsync(service));
            }

            await Task.WhenAll(starting.Select(service => service.ReadyAsync(cancellationToken)));
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first process of a service.</summary>
    public ServiceProcess this[StackService service] => _services.First(process => process.Service == service);

    /// <summary>Starts one more process of a service, as <c>--scale</c> does; it is not waited for.</summary>
    /// <param name="more">Environment variables of this process alone.</param>
    public async Task<ServiceProcess> AddAsync(StackService service, IReadOnlyDictionary<string, string>? more = null)
    {
        var environment = more is null ? _settings : new Dictionary<string, string>(_settings.Concat(more).GroupBy(p => p.Key).Select(g => g.Last()));
        var process = await ServiceProcess.StartAsync(service, environment);
        _services.Add(process);
        if (service == StackService.Training)
        {
            // Rollout workers that are started after it ask it for what checkpoints say.
            _settings.TryAdd("Rollout__PolicyAddress", process.GrpcAddress.ToString());
        }

        return process;
    }

    /// <summary>Kills a process without warning (SIGKILL), for good.</summary>
    public async Task RemoveAsync(ServiceProcess process)
    {
        _services.Remove(process);
        await process.DisposeAsync();
    }

    /// <summary>Waits until something holds; fails with the services' last lines where it does not within the limit.</summary>
    public async Task UntilAsync(Func<CancellationToken, Task<bool>> holds, TimeSpan limit, string what, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds(cancellationToken))
        {
            if (clock.Elapsed > limit)
            {
                throw new TimeoutException($"After {limit}, still waiting for {what}.\n{Outputs}");
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>The last lines of every service's log.</summary>
    public string Outputs =>
        string.Join("\n", _services.Select(service => $"--- {service.Service} ({(service.IsRunning ? "runs" : "ended")})\n{service.Output}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        await Broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
