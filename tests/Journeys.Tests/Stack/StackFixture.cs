using AgentScaler.Hosting.Bus;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Storage;
using AgentScaler.TestInfrastructure.Services;
using RabbitMQ.Client;

namespace AgentScaler.Journeys.Tests.Stack;

/// <summary>One stack of seven processes for the tests of <see cref="Name"/>, which use it one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class StackFixture : IAsyncLifetime, ICollectionFixture<StackFixture>
{
    public const string Name = "stack";

    /// <summary>Most time for a run of the small sources, on a machine that does other things as well.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(12);

    private ServiceStack? _stack;
    private readonly List<Journey> _journeys = [];
    private StackRun? _run;
    private Journey? _last;

    public ServiceStack Stack => _stack!;

    public StackRun Run => _run!;

    /// <summary>The undisturbed run in one process, as far as filter.</summary>
    public Journey Memory { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var memory = Memory.RunAsync("filter", CancellationToken.None);
        _stack = await ServiceStack.StartAsync(CancellationToken.None);
        _run = StackRun.Open(_stack);
        await memory;
    }

    /// <summary>Runs the small sources while something happens to the stack, and exports the files.</summary>
    public async Task<Journey> FinishAsync(Func<CancellationToken, Task> meanwhile, CancellationToken cancellationToken,
        PipelineStage until = PipelineStage.Filter)
    {
        var journey = new Journey();
        _journeys.Add(journey);
        await ForgetAsync(cancellationToken);
        await Run.StartAsync(journey.Sources, journey.Configuration, journey.Workspace, until, cancellationToken);
        await meanwhile(cancellationToken);
        await Run.CompletedAsync(Stack, Limit, cancellationToken);
        await Run.ExportAsync(journey.Workspace, cancellationToken);
        return _last = journey;
    }

    /// <summary>A run that has been finished and still lies in the store: the last test's, or one made now.</summary>
    public async Task<Journey> FinishedAsync(CancellationToken cancellationToken) => _last ?? await FinishAsync(_ => Task.CompletedTask, cancellationToken);

    /// <summary>
    /// Deletes what an earlier test ran, and what was published for it more than once and nobody took yet: a workspace's run always has the same name.
    /// </summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        _last = null;
        await Run.Runs.EndAsync(WorkspaceFiles.Run, RunStatus.Cancelled, "forgotten", cancellationToken);
        await using (var connection = await new ConnectionFactory { Uri = Stack.Broker.Uri }.CreateConnectionAsync(cancellationToken))
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken))
        {
            foreach (var message in WorkQueues.Messages)
            {
                await channel.QueuePurgeAsync(WorkQueues.Of(message), cancellationToken);
            }
        }

        await Run.Retention.DeleteAsync(WorkspaceFiles.Run, cancellationToken);
        Assert.Equal(0, await Run.Store.CountAsync(Collections.Trajectories, WorkspaceFiles.Run, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Memory.Dispose();
        _journeys.ForEach(journey => journey.Dispose());
        await (_run?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_stack?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
