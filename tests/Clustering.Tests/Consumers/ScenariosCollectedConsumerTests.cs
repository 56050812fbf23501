using AgentScaler.Clustering.Graphs;
using AgentScaler.Contracts.Messages;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Clustering.Tests.Consumers;

public class ScenariosCollectedConsumerTests
{
    private const string Run = "run_1";

    private readonly Announcements _announcements = new();

    [Fact]
    public async Task A_run_is_cut_into_domains_that_are_stored_and_announced_once_for_every_delivery()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var store = new TemporaryStore();
        await FillAsync(store, RunStatus.Running);
        await using var services = Services(store);
        var harness = await services.StartTestHarness();

        await harness.Bus.Publish(new ScenariosCollected(Run, 120), stop);
        var announced = await _announcements.NextAsync(stop);
        var domains = await store.Documents.AllAsync<ToolDomain>(Collections.Domains, Run, stop).ToListAsync(stop);
        Assert.Equal(12, domains.Count);
        Assert.Equal(domains.Select(domain => domain.Id), announced);

        var graph = await store.Documents.LoadAsync<GraphRecord>(Collections.Graphs, Run, GraphRecord.DocumentId, stop);
        Assert.True(await store.Artifacts.ExistsAsync(graph.Graph.Sha256, stop));
        Assert.Equal("image/svg+xml", graph.Picture.MediaType);
        var stage = await services.GetRequiredService<RunRepository>().StageAsync(Run, PipelineStage.Cluster, stop);
        Assert.Equal((RunStatus.Completed, 12), (stage!.Status, stage.Figures!.Value.GetProperty("domains").GetInt32()));

        await harness.Bus.Publish(new ScenariosCollected(Run, 120), stop);
        Assert.Equal(announced, await _announcements.NextAsync(stop));
        Assert.Equal(12, await store.Documents.CountAsync(Collections.Domains, Run, stop));
    }

    [Fact]
    public async Task A_cancelled_run_is_left_alone()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var store = new TemporaryStore();
        await FillAsync(store, RunStatus.Cancelled);
        await using var services = Services(store);
        var harness = await services.StartTestHarness();
        await harness.Bus.Publish(new ScenariosCollected(Run, 120), stop);
        Assert.True(await harness.Consumed.Any<ScenariosCollected>(stop));
        Assert.True(_announcements.AreEmpty);
        Assert.Equal(0, await store.Documents.CountAsync(Collections.Domains, Run, stop));
    }

    private ServiceProvider Services(TemporaryStore store) => new ServiceCollection()
        .AddSingleton<IDocumentStore>(store.Documents)
        .AddSingleton<IArtifactStore>(store.Artifacts)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<RunRepository>()
        .AddSingleton(_announcements)
        .AddClustering(new ConfigurationBuilder().Build())
        .AddMassTransitTestHarness(bus =>
        {
            bus.SetTestTimeouts(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3));
            bus.AddClusteringConsumers();
            bus.AddConsumer<Announcements>();
        })
        .BuildServiceProvider(validateScopes: true);

    private static async Task FillAsync(TemporaryStore store, string status)
    {
        var stop = TestContext.Current.CancellationToken;
        await new RunRepository(store.Documents).SaveAsync(
            new RunDocument(Run, [], new Dictionary<string, System.Text.Json.JsonElement>(), 0, PipelineStage.Evaluate, status), stop);
        await store.Documents.PutManyIfAbsentAsync(Collections.Tools, [.. SyntheticTools.SmallCorpus().Select(tool => TypedDocuments.Of(Run, tool.Id, tool))],
            stop);
    }
}
