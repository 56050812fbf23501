using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AgentScaler.Contracts.Messages;
using AgentScaler.Environments;
using AgentScaler.Filtering.Consumers;
using AgentScaler.Fixtures;
using AgentScaler.Hosting;
using AgentScaler.Judging;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Files;
using AgentScaler.Storage.Sqlite;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Filtering.Tests.Consumers;

/// <summary>A recorded trajectory is judged in the trace that it was recorded in.</summary>
public sealed class TrajectoryRecordedConsumerTests : IAsyncLifetime
{
    private const string Run = "run";

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-judge-").FullName;
    private SqliteDocumentStore _store = null!;
    private FileArtifactStore _artifacts = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);
        _artifacts = new FileArtifactStore(Path.Combine(_folder, "artifacts"));
        await new RunRepository(_store)
            .SaveAsync(new RunDocument(Run, [], new Dictionary<string, JsonElement>(), 0, PipelineStage.Filter, RunStatus.Running), Stop);
        var files = new Dictionary<string, ArtifactReference>(StringComparer.Ordinal);
        foreach (var (name, text) in EnvironmentFiles.Write(Shop.Definition, Shop.State, "[]"))
        {
            files[name] = await _artifacts.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "application/json", Stop);
        }

        var environment = new EnvironmentDocument("domain", "shop", Shop.Definition.Id, EnvironmentDocument.Materialized, null, files, null);
        var (task, trajectory) = (ShopTasks.Write, ShopWorkspace.Trajectory(ShopTasks.Write));
        await _store.PutIfAbsentAsync(Collections.Environments, TypedDocuments.Of(Run, "domain", environment, ("status", environment.Status), ("slug", "shop")),
            Stop);
        await _store.PutIfAbsentAsync(Collections.Tasks, TypedDocuments.Of(Run, task.Id, task, ("domain", "shop"), ("kind", "write")), Stop);
        await _store.PutIfAbsentAsync(
            Collections.Trajectories, TypedDocuments.Of(Run, trajectory.Id, trajectory, ("task", task.Id), ("domain", "shop"), ("outcome", "completed")), Stop);
    }

    [Fact]
    public async Task A_message_that_was_delivered_twice_and_comes_in_another_trace_changes_nothing_of_that()
    {
        var recorded = new TraceRecord(ShopWorkspace.Trajectory(ShopTasks.Write).Id, "0af7651916cd43dd8448eb211c80319c") { SpanId = "b7ad6b7169203331" };
        await _store.PutIfAbsentAsync(Collections.Traces, TypedDocuments.Of(Run, recorded.Object, recorded), Stop);

        var span = await JudgedAsync(recorded.Object);

        Assert.Equal((recorded.TraceId, recorded.SpanId), (span.TraceId.ToHexString(), span.ParentSpanId.ToHexString()));
    }

    [Fact]
    public async Task Without_a_recorded_trace_it_is_judged_all_the_same() =>
        Assert.NotEqual(default, (await JudgedAsync(ShopWorkspace.Trajectory(ShopTasks.Write).Id)).TraceId);

    [Fact]
    public async Task A_domain_that_was_made_anew_is_served_anew_and_one_that_was_not_is_shared()
    {
        var environments = new EnvironmentCache(_store, _artifacts);
        var before = await environments.GetAsync(Run, "shop", Stop);
        Assert.Same(before, await environments.GetAsync(Run, "shop", Stop));
        var document = (await _store.GetAsync(Collections.Environments, Run, "domain", Stop))!;
        var again = document.Read<EnvironmentDocument>() with { EnvironmentId = "made_anew" };

        Assert.True(await _store.CompareAndSetAsync(Collections.Environments,
            TypedDocuments.Of(Run, "domain", again, ("status", again.Status), ("slug", "shop")), document.Version, Stop));

        Assert.NotSame(before, await environments.GetAsync(Run, "shop", Stop));
        await Assert.ThrowsAsync<UnrecoverableException>(() => environments.GetAsync(Run, "nowhere", Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Activity> JudgedAsync(string trajectory)
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "AgentScaler.Filtering",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var provider = new ServiceCollection()
            .AddSingleton<IDocumentStore>(_store)
            .AddSingleton<IArtifactStore>(_artifacts)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<RunRepository>()
            .AddSingleton<EnvironmentCache>()
            .AddSingleton<TrajectoryJudge>()
            .AddMassTransitTestHarness(bus => bus.AddConsumer<TrajectoryRecordedConsumer>())
            .BuildServiceProvider(validateScopes: true);
        var harness = await provider.StartTestHarness();

        await harness.Bus.Publish(new TrajectoryRecorded(Run, trajectory), Stop);

        Assert.True(await harness.Published.Any<TrajectoryJudged>(Stop));
        Assert.NotNull(await _store.GetAsync(Collections.Verdicts, Run, trajectory, Stop));
        return Assert.Single(spans, span => span.OperationName == "judge_trajectory" && (string?)span.GetTagItem("agentscaler.trajectory.id") == trajectory);
    }
}
