using AgentScaler.Clustering;
using AgentScaler.Collection;
using AgentScaler.Environments.Sessions;
using AgentScaler.Materialization;
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

    public static async Task<List<(CompiledEnvironment Environment, ToolDomain Domain)>> OfAsync(IReadOnlyList<string> sources, int most)
    {
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
}
