using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Hosting.Bus;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Sqlite;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Gateway.Tests;

/// <summary>Work that fails for good is written down for the stage that declares its message, whichever stages there are.</summary>
public sealed class DeadWorkTests : IAsyncDisposable
{
    private const string Run = "run";

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-dead-").FullName;
    private readonly SqliteDocumentStore _store;

    public DeadWorkTests() =>
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(EpisodePurpose.Dataset, PipelineStage.Rollout)]
    [InlineData(EpisodePurpose.Training, PipelineStage.Train)]
    [InlineData(EpisodePurpose.Evaluation, PipelineStage.Evaluate)]
    public async Task An_episode_that_cannot_be_played_dies_in_the_stage_of_its_purpose(EpisodePurpose purpose, PipelineStage stage)
    {
        var message = new RolloutRequested(Run, "task", 0, "scripted", 0) { Purpose = purpose };

        var dead = await DiesAsync(PipelineStages.All, message, stage.Name());

        Assert.Equal((stage, nameof(RolloutRequested), "no way"), (dead.Stage, dead.Message, dead.Reason));
    }

    [Fact]
    public async Task The_work_of_a_stage_that_only_this_test_declares_dies_in_that_stage()
    {
        var reinforce = new StageDefinition((PipelineStage)PipelineStages.All.Count)
        {
            Name = "reinforce",
            Description = "Rewards a policy.",
            Options = typeof(PolicyOptions),
            Results = [Collections.TrainingTrajectories],
            Work = [WorkDeclaration.Of<ReinforcementRequested>()],
            Services = ["agentscaler-training"],
            Section = "reinforcement",
            Files = [new("reinforcement.jsonl", Collections.TrainingTrajectories)],
        };

        var dead = await DiesAsync(new StageCatalog([.. PipelineStages.All, reinforce]), new ReinforcementRequested(Run), "reinforce");

        Assert.Equal((reinforce.Stage, nameof(ReinforcementRequested), "no way"), (dead.Stage, dead.Message, dead.Reason));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Publishes work whose consumer always fails, and reads what was written down for the stage of this name.</summary>
    private async Task<DeadWorkDocument> DiesAsync<T>(StageCatalog stages, T message, string stage)
        where T : class, IWork
    {
        var services = new ServiceCollection()
            .AddSingleton<IDocumentStore>(_store)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<RunRepository>()
            .AddSingleton(stages)
            .AddSingleton<DeadWork>()
            .AddMassTransitTestHarness(bus =>
            {
                bus.AddConsumer<FailingConsumer<T>>();
                bus.AddDeadWorkConsumers(stages);
            });
        services.AddOptions<BusOptions>();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var harness = await provider.StartTestHarness();

        await harness.Bus.Publish(message, Stop);

        Assert.True(await harness.Consumed.Any<Fault<T>>(Stop));
        var dead = await _store.WhereAsync<DeadWorkDocument>(Collections.DeadWork, Run, "stage", stage, Stop).ToListAsync(Stop);
        Assert.NotNull(await _store.GetAsync(Collections.DeadWork, Run, DeadWork.IdOf(message), Stop));
        return Assert.Single(dead);
    }

    /// <summary>A message of a stage that the house does not have.</summary>
    public sealed record ReinforcementRequested(string RunId) : IWork;

    private sealed class FailingConsumer<T> : IConsumer<T>
        where T : class
    {
        public Task Consume(ConsumeContext<T> context) => throw new UnrecoverableException("no way");
    }
}
