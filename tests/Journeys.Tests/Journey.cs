using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Standalone;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Journeys.Tests;

/// <summary>A workspace of its own, the command line on it, and what it wrote.</summary>
public sealed class Journey : IDisposable
{
    /// <summary>Every stage, as small as it can be and still be itself.</summary>
    public const string SmallConfiguration = """
        {
          "materialize": { "differential_calls": 12, "mutants_per_tool": 1 },
          "tasks": { "per_domain": 6, "max_steps": 8, "coverage_extra": 0 },
          "rollout": { "policy": { "max_tokens": 48 } },
          "filter": { "validation_share": 0.25, "held_out_domain_share": 0 },
          "train": { "vocabulary_size": 400, "encoding": { "max_length": 3072, "max_tools": 4 },
                     "stage1": { "steps": 12, "tokens_per_micro_batch": 3072, "save_steps": 2 }, "stage2": { "steps": 6, "tokens_per_micro_batch": 3072 } },
          "evaluate": { "task_limit": 2, "attempts": 2 }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-journey-").FullName;

    public Journey()
    {
        Configuration = Path.Combine(_folder, "configuration.json");
        File.WriteAllText(Configuration, SmallConfiguration);
    }

    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Three of the sample's services, in three formats.</summary>
    public static IReadOnlyList<string> SmallSources { get; } =
        ["--source", Path.Combine(Samples, "bookshop.openapi.yaml"), "--source", Path.Combine(Samples, "helpdesk.mcp.json"), "--source",
            Path.Combine(Samples, "bank.functions.json")];

    /// <summary>What the journey's run reads.</summary>
    public IReadOnlyList<string> Sources { get; } = [.. SmallSources.Where(source => source != "--source")];

    public string Configuration { get; }

    public string Workspace => Path.Combine(_folder, "workspace");

    public JsonObject Report => JsonNode.Parse(File.ReadAllText(Path.Combine(Workspace, "report.json")))!.AsObject();

    public string Place(string name) => Path.Combine(_folder, name);

    /// <summary>Runs one command line with <c>--workspace</c>.</summary>
    public async Task<CommandOutcome> CommandAsync(IEnumerable<string> args, CancellationToken cancellationToken)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await CommandLine.InvokeAsync([.. args, "--workspace", Workspace], output, error, cancellationToken);
        return new CommandOutcome(exit, output.ToString(), error.ToString());
    }

    /// <summary>The pipeline on the small sources as far as a stage; it must succeed.</summary>
    /// <returns>What it told of its progress.</returns>
    public async Task<string> RunAsync(string until, CancellationToken cancellationToken)
    {
        var outcome = await CommandAsync(["run", .. SmallSources, "--config", Configuration, "--until", until], cancellationToken);
        Assert.True(outcome.Exit == 0, $"{outcome.Exit}: {outcome.Error}");
        return outcome.Error;
    }

    /// <summary>Hash of every file that is to be the same each time, by its path.</summary>
    public SortedDictionary<string, string> Bytes()
    {
        var bytes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Workspace, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Workspace, file);
            var derived = Path.GetExtension(name) is ".json" or ".jsonl" or ".py" or ".md";
            if (derived
                && !name.StartsWith("artifacts", StringComparison.Ordinal)
                && !name.StartsWith("training", StringComparison.Ordinal)
                && name != "traces.jsonl")
            {
                bytes[name] = Convert.ToHexStringLower(SHA256.HashData(name == "report.json" ? WithoutSeconds(file) : File.ReadAllBytes(file)));
            }
        }

        return bytes;
    }

    public IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(Workspace, name));

    public IReadOnlyList<TaskSpecification> Tasks() =>
        [.. Lines("tasks.jsonl").Select(line => JsonSerializer.Deserialize<TaskSpecification>(line, ContractJson.Options)!)];

    /// <summary>A domain's environment as its files give it.</summary>
    public CompiledEnvironment Environment(string slug)
    {
        var (definition, initial) = EnvironmentFiles.Read(name => File.ReadAllText(Path.Combine(Workspace, "environments", slug, name)));
        return CompiledEnvironment.Compile(definition, initial);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] WithoutSeconds(string file)
    {
        var report = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        report.Remove("seconds");
        return System.Text.Encoding.UTF8.GetBytes(report.ToJsonString());
    }
}
