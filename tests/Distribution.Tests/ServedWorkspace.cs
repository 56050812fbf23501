using AgentScaler.TestInfrastructure.Provisioning;

namespace AgentScaler.Distribution.Tests;

/// <summary>A small workspace with checkpoints, made and served by the self-contained program, and the official clients, installed.</summary>
public sealed class ServedWorkspace(Clone clone) : IAsyncLifetime
{
    /// <summary>As small as it can be with every kind of thing that is served.</summary>
    private const string Configuration = """
        {
          "materialize": { "differential_calls": 6, "mutants_per_tool": 1 },
          "tasks": { "per_domain": 4, "max_steps": 6, "coverage_extra": 0 },
          "filter": { "validation_share": 0.25, "held_out_domain_share": 0 },
          "train": { "vocabulary_size": 400, "encoding": { "max_length": 3072, "max_tools": 3, "max_system": 100, "max_description": 20 },
                     "stage1": { "steps": 4, "tokens_per_micro_batch": 2048 } }
        }
        """;

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private EngineProcess? _server;
    private IReadOnlyDictionary<string, string> _told = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        await clone.PublishedAsync();
        await File.WriteAllTextAsync(Path.Combine(clone.Elsewhere, "small.json"), Configuration);
        var options = "--config small.json --workspace served";
        var stages = $"'{clone.Binary}' run --source bookshop.yaml --until filter {options} && '{clone.Binary}' train --stage 1 {options}";
        var run = Shell.RunAsync(stages, clone.Elsewhere, CancellationToken.None);
        await Task.WhenAll(run, NodeClients.InstalledAsync());
        (await run).Succeeded();

        var (http, grpc) = ($"http://127.0.0.1:{EngineProcess.FreePort()}", $"127.0.0.1:{EngineProcess.FreePort()}");
        var workspace = Path.Combine(clone.Elsewhere, "served");
        _server = await EngineProcess.StartAsync(clone.Binary, ["serve", "--workspace", workspace, "--urls", http, "--grpc-url", $"http://{grpc}"]);
        _told = new Dictionary<string, string>
        {
            ["SERVED_URL"] = http,
            ["SERVED_GRPC"] = grpc,
            ["SERVED_WORKSPACE"] = workspace,
            ["SERVED_PROTOS"] = Path.Combine(AppContext.BaseDirectory, "Protos"),
        };
        await _server.UntilAsync(
            async stop =>
            {
                using var answer = await Http.GetAsync($"{http}/health/ready", stop);
                answer.EnsureSuccessStatusCode();
            },
            TimeSpan.FromMinutes(3),
            CancellationToken.None);
    }

    /// <summary>Runs one client's tests against the server.</summary>
    internal async Task<CommandOutcome> RunAsync(string script, CancellationToken cancellationToken)
    {
        var settings = string.Concat(_told.Select(setting => $"{setting.Key}='{setting.Value}' "));
        return await Shell.RunAsync($"{settings}node {script}", await NodeClients.InstalledAsync(), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
