using AgentScaler.TestInfrastructure.Provisioning;

namespace AgentScaler.TestInfrastructure.Services;

/// <summary>
/// One service as a process, configured by environment variables alone, as a container is. It runs from the published outputs
/// in the folder that AGENTSCALER_TEST_SERVICES names (<c>FOLDER/Rollout/AgentScaler.Rollout.dll</c>), else from its build output.
/// </summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly IReadOnlyDictionary<string, string> _environment;
    private EngineProcess _process;

    private ServiceProcess(StackService service, Uri address, Uri grpcAddress, IReadOnlyDictionary<string, string> environment, EngineProcess process)
    {
        Service = service;
        Address = address;
        GrpcAddress = grpcAddress;
        _environment = environment;
        _process = process;
    }

    public StackService Service { get; }

    /// <summary>Where it answers HTTP/1.1.</summary>
    public Uri Address { get; }

    /// <summary>Where it answers gRPC: HTTP/2 without TLS.</summary>
    public Uri GrpcAddress { get; }

    public bool IsRunning => !_process.HasExited;

    /// <summary>The last lines of its log.</summary>
    public string Output => _process.Output;

    /// <summary>Processor time that the process has taken since it was started.</summary>
    public TimeSpan ProcessorTime => _process.ProcessorTime;

    /// <summary>Starts the service; <see cref="ReadyAsync"/> waits until it works.</summary>
    /// <param name="settings">Environment variables, such as <c>Bus__Transport</c>.</param>
    public static async Task<ServiceProcess> StartAsync(StackService service, IReadOnlyDictionary<string, string> settings)
    {
        var (http, grpc) = (EngineProcess.FreePort(), EngineProcess.FreePort());
        var environment = new Dictionary<string, string>(settings)
        {
            ["Kestrel__Endpoints__Http__Url"] = $"http://127.0.0.1:{http}",
            ["Kestrel__Endpoints__Http__Protocols"] = "Http1",
            ["Kestrel__Endpoints__Grpc__Url"] = $"http://127.0.0.1:{grpc}",
            ["Kestrel__Endpoints__Grpc__Protocols"] = "Http2",
        };
        return new ServiceProcess(
            service, new Uri($"http://127.0.0.1:{http}"), new Uri($"http://127.0.0.1:{grpc}"), environment, await RunAsync(service, environment));
    }

    /// <summary>Waits until <c>/health/ready</c> says that store and bus answer.</summary>
    /// <exception cref="InvalidOperationException">The process ended, or was not ready in time; its last lines are in the message.</exception>
    public Task ReadyAsync(CancellationToken cancellationToken) => _process.UntilAsync(
        async stop =>
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/health/ready"), stop);
            answer.EnsureSuccessStatusCode();
        },
        TimeSpan.FromMinutes(3),
        cancellationToken);

    /// <summary>Kills the process without warning (SIGKILL).</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Asks the process to end (SIGTERM) and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync(CancellationToken cancellationToken) => _process.TerminateAsync(cancellationToken);

    /// <summary>Starts the ended process again, on the same ports and with the same settings.</summary>
    public async Task RestartAsync()
    {
        await _process.DisposeAsync();
        _process = await RunAsync(Service, _environment);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static Task<EngineProcess> RunAsync(StackService service, IReadOnlyDictionary<string, string> environment) =>
        EngineProcess.StartAsync("dotnet", [ServiceOutputs.Of(service)], environment);
}
