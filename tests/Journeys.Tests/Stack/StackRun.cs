using AgentScaler.Gateway.Orchestration;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Stores;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Export;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Storage;
using AgentScaler.TestInfrastructure.Services;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Journeys.Tests.Stack;

/// <summary>A run on a stack: written into its store, from where the gateway takes it up, and exported from there.</summary>
public sealed class StackRun : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StackRun(ServiceProvider services) => _services = services;

    public IDocumentStore Store => _services.GetRequiredService<IDocumentStore>();

    public RunRepository Runs => _services.GetRequiredService<RunRepository>();

    public RunRetention Retention => _services.GetRequiredService<RunRetention>();

    /// <summary>Opens the stack's store.</summary>
    public static StackRun Open(ServiceStack stack)
    {
        var settings = stack.Settings.ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), pair => (string?)pair.Value);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new StackRun(new ServiceCollection().AddLogging().AddStore(configuration).AddSingleton<RunPlanner>().BuildServiceProvider());
    }

    /// <summary>Asks for a run, as the command line does; the same inputs give the run of a workspace.</summary>
    /// <param name="configuration">The configuration file.</param>
    /// <param name="workspace">Where the files will be written.</param>
    public async Task StartAsync(IReadOnlyList<string> sources, string configuration, string workspace, PipelineStage until,
        CancellationToken cancellationToken)
    {
        var request = new RunRequest(workspace, until) { Sources = sources, Config = configuration, WholePipeline = true };
        var run = await ActivatorUtilities.CreateInstance<RunPreparation>(_services).PrepareAsync(request, cancellationToken);
        await _services.GetRequiredService<RunPlanner>().PrepareAsync(run, cancellationToken);
    }

    public async Task<RunDocument> FindAsync(CancellationToken cancellationToken) => (await Runs.FindAsync(WorkspaceFiles.Run, cancellationToken))!;

    /// <summary>Waits until the run has ended, also while the database comes and goes.</summary>
    public Task EndedAsync(ServiceStack stack, TimeSpan limit, CancellationToken cancellationToken) => stack.UntilAsync(
        async stop =>
        {
            try
            {
                return (await FindAsync(stop)).Status != RunStatus.Running;
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                return false;
            }
        },
        limit,
        "the run to end",
        cancellationToken);

    /// <summary>Waits until the run has ended.</summary>
    /// <exception cref="InvalidOperationException">It failed, or work of it died.</exception>
    public async Task CompletedAsync(ServiceStack stack, TimeSpan limit, CancellationToken cancellationToken)
    {
        await EndedAsync(stack, limit, cancellationToken);
        var run = await FindAsync(cancellationToken);
        if (run.Status != RunStatus.Completed)
        {
            throw new InvalidOperationException($"The run {run.Status}: {run.Reason}\n{stack.Outputs}");
        }

        await foreach (var dead in Store.StreamAsync(Collections.DeadWork, run.Id, null, cancellationToken))
        {
            throw new InvalidOperationException($"Work died: {dead.Body}");
        }
    }

    /// <summary>Writes the run's files.</summary>
    public async Task ExportAsync(string workspace, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(workspace);
        var exporter = ActivatorUtilities.CreateInstance<WorkspaceExporter>(_services, workspace);
        await exporter.ExportAsync(await FindAsync(cancellationToken), cancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
