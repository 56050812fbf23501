using System.Text.Json;
using AgentScaler.Clustering;
using AgentScaler.Collection;
using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Materialization;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Rollout.Benchmarks;

/// <summary>Domains of real sources, made by the same pure classes that the pipeline uses.</summary>
internal sealed class Domains : ICollectionSink
{
    private readonly List<ToolSpecification> _tools = [];

    public ValueTask AddToolAsync(ToolSpecification tool, CancellationToken cancellationToken)
    {
        _tools.Add(tool);
        return ValueTask.CompletedTask;
    }

    public ValueTask AddRejectedAsync(RejectedTool rejected, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <param name="sources">API documents, or one workspace whose domains have been materialized.</param>
    public static async Task<List<(CompiledEnvironment Environment, ToolDomain Domain)>> OfAsync(IReadOnlyList<string> sources, int most)
    {
        if (sources is [var workspace] && File.Exists(Path.Combine(workspace, "domains.jsonl")))
        {
            return OfWorkspace(workspace, most);
        }

        var sink = new Domains();
        await new ScenarioCollector().CollectAsync(sources, new CollectionOptions(), sink, null, default);
        var clusters = DomainClusterer.Cluster(sink._tools, new ClusteringOptions(), 0, null, default);
        var byId = sink._tools.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var compiled = new List<(CompiledEnvironment, ToolDomain)>();
        var refused = 0;
        var step = Math.Max(1, clusters.Domains.Count / Math.Max(1, most));
        foreach (var domain in clusters.Domains.Where((_, i) => i % step == 0).Take(most))
        {
            try
            {
                var options = new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0 };
                var made = new DomainMaterializer().Materialize(domain, [.. domain.Tools.Where(byId.ContainsKey).Select(t => byId[t])], options, 0);
                if (made.Definition is { } definition)
                {
                    compiled.Add((CompiledEnvironment.Compile(definition, made.InitialState), domain));
                    continue;
                }

                refused++;
            }
            catch (Exception exception)
            {
                refused++;
                Console.Error.WriteLine($"{domain.Slug}: {exception.GetType().Name}: {exception.Message[..Math.Min(200, exception.Message.Length)]}");
            }
        }

        Console.WriteLine($"{sink._tools.Count} tools, {clusters.Domains.Count} domains, {compiled.Count} materialized, {refused} refused");
        return compiled;
    }

    private static List<(CompiledEnvironment, ToolDomain)> OfWorkspace(string workspace, int most)
    {
        var domains = File.ReadLines(Path.Combine(workspace, "domains.jsonl"))
            .Select(line => JsonSerializer.Deserialize<ToolDomain>(line, ContractJson.Options)!)
            .Where(d => Directory.Exists(Path.Combine(workspace, "environments", d.Slug)))
            .ToList();
        var step = Math.Max(1, domains.Count / Math.Max(1, most));
        return [.. domains.Where((_, i) => i % step == 0).Take(most).Select(domain =>
        {
            var (definition, initial) = EnvironmentFiles.Read(file => File.ReadAllText(Path.Combine(workspace, "environments", domain.Slug, file)));
            return (CompiledEnvironment.Compile(definition, initial), domain);
        })];
    }
}
