using System.Diagnostics;
using System.Text.Json.Nodes;
using AgentScaler.Traces.Tests.Receiving;

namespace AgentScaler.Traces.Tests;

/// <summary>One small run of every stage, by the command line as a process of its own.</summary>
public sealed class OneProcessRun : IAsyncLifetime
{
    internal const string Secret = "key-that-nobody-may-see";

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-traces-").FullName;

    internal RunEvidence Evidence { get; private set; } = null!;

    internal IReadOnlyDictionary<string, string> Metrics { get; private set; } = null!;

    /// <summary>How often the model was asked.</summary>
    public int Requests { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var model = await ModelEndpoint.StartAsync();
        var configuration = Path.Combine(_folder, "configuration.json");
        await File.WriteAllTextAsync(configuration, SmallRun.Configuration(model.Address));
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "agentscaler.dll"), "run", "--source", SmallRun.Source, "--config", configuration,
                "--workspace", _folder,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in receiver.Settings)
        {
            start.Environment[name] = value;
        }

        start.Environment[SmallRun.KeyVariable] = Secret;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{process.ExitCode}: {await output}{await error}");
        Evidence = new RunEvidence([.. receiver.Spans], Lines("trajectories.jsonl"), Lines("traces.jsonl"));
        Metrics = receiver.Metrics;
        Requests = model.Requests;
    }

    public IEnumerable<string> Ids(string file) => Lines(file).Select(line => (string)line["id"]!);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private IReadOnlyList<JsonNode> Lines(string file) => [.. File.ReadLines(Path.Combine(_folder, file)).Select(line => JsonNode.Parse(line)!)];
}
