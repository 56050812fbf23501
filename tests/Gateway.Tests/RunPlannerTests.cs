using System.Text.Json;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Sqlite;

namespace AgentScaler.Gateway.Tests;

public sealed class RunPlannerTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-planner-").FullName;
    private readonly SqliteDocumentStore _store;
    private readonly RunRepository _runs;
    private readonly RunPlanner _planner;

    public RunPlannerTests()
    {
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);
        _runs = new RunRepository(_store);
        _planner = new RunPlanner(_store, _runs);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_done_is_kept_where_nothing_changed()
    {
        await FinishAsync(Run(attempts: 2));

        await _planner.PrepareAsync(Run(attempts: 2), Stop);

        Assert.Equal(1, await _store.CountAsync(Collections.Trajectories, "run", Stop));
        Assert.Equal(RunStatus.Completed, (await _runs.StageAsync("run", PipelineStage.Rollout, Stop))!.Status);
    }

    [Fact]
    public async Task From_the_first_difference_on_everything_is_redone()
    {
        await FinishAsync(Run(attempts: 2));

        await _planner.PrepareAsync(Run(attempts: 1), Stop);

        Assert.Equal(1, await _store.CountAsync(Collections.Tasks, "run", Stop));
        Assert.Equal(RunStatus.Completed, (await _runs.StageAsync("run", PipelineStage.Tasks, Stop))!.Status);
        Assert.Equal(0, await _store.CountAsync(Collections.Trajectories, "run", Stop));
        Assert.Equal(0, await _store.CountAsync(Collections.Verdicts, "run", Stop));
        Assert.Equal(RunStatus.Running, (await _runs.StageAsync("run", PipelineStage.Rollout, Stop))!.Status);
    }

    [Fact]
    public async Task More_attempts_keep_the_episodes_and_verdicts_there_are_and_redo_what_was_made_of_them()
    {
        await FinishAsync(Run(attempts: 1));
        await PutAsync(Collections.Datasets);

        await _planner.PrepareAsync(Run(attempts: 2), Stop);

        Assert.Equal(1, await _store.CountAsync(Collections.Trajectories, "run", Stop));
        Assert.Equal(1, await _store.CountAsync(Collections.Verdicts, "run", Stop));
        Assert.Equal(0, await _store.CountAsync(Collections.Datasets, "run", Stop));
        Assert.Equal(RunStatus.Running, (await _runs.StageAsync("run", PipelineStage.Rollout, Stop))!.Status);
        Assert.Equal(RunStatus.Running, (await _runs.StageAsync("run", PipelineStage.Filter, Stop))!.Status);
    }

    [Fact]
    public async Task An_unfinished_stage_keeps_what_it_has()
    {
        await _planner.PrepareAsync(Run(attempts: 2), Stop);
        await PutAsync(Collections.Trajectories);

        await _planner.PrepareAsync(Run(attempts: 2), Stop);

        Assert.Equal(1, await _store.CountAsync(Collections.Trajectories, "run", Stop));
    }

    [Theory]
    [InlineData(TrainingStatus.Failed, TrainingStatus.Waiting)]
    [InlineData(TrainingStatus.Cancelled, TrainingStatus.Waiting)]
    [InlineData(TrainingStatus.Completed, TrainingStatus.Completed)]
    [InlineData(TrainingStatus.Queued, TrainingStatus.Queued)]
    public async Task A_training_that_failed_or_was_cancelled_waits_to_be_asked_for_anew_with_its_resume_point(string before, string after)
    {
        await FinishAsync(Run(attempts: 2));
        var resume = new Dictionary<string, ArtifactReference> { ["step-00000200/optimizer.safetensors"] = new("a1", 4, "application/octet-stream") };
        var job = new TrainingJobDocument("job", 1, before, "the disk is full", null) { Step = 200, Resume = resume };
        await _store.PutIfAbsentAsync(Collections.TrainingJobs, TypedDocuments.Of("run", "job", job, ("status", before)), Stop);

        await _planner.PrepareAsync(Run(attempts: 2), Stop);

        var now = await _store.LoadAsync<TrainingJobDocument>(Collections.TrainingJobs, "run", "job", Stop);
        Assert.Equal((after, 200, after == before ? "the disk is full" : null), (now.Status, now.Step, now.Reason));
        Assert.Equal(resume, now.Resume);
        Assert.Equal(1, (await _store.CountByAsync(Collections.TrainingJobs, "run", "status", Stop))[after]);
    }

    [Fact]
    public async Task Dead_work_is_tried_again_and_what_was_concluded_without_it_is_redone()
    {
        await FinishAsync(Run(attempts: 2));
        var dead = new DeadWorkDocument(PipelineStage.Rollout, "RolloutRequested", JsonDocument.Parse("{}").RootElement, "broke");
        await _store.PutIfAbsentAsync(Collections.DeadWork, TypedDocuments.Of("run", "dead_1", dead, ("stage", "rollout")), Stop);

        Assert.Equal(1, await _planner.ReviveAsync("run", Stop));

        Assert.Equal(0, await _store.CountAsync(Collections.DeadWork, "run", Stop));
        Assert.Equal(1, await _store.CountAsync(Collections.Trajectories, "run", Stop));
        Assert.Equal(0, await _store.CountAsync(Collections.Verdicts, "run", Stop));
        Assert.Null(await _runs.StageAsync("run", PipelineStage.Rollout, Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static RunDocument Run(int attempts) => new(
        "run",
        [],
        new Dictionary<string, JsonElement> { ["rollout"] = JsonSerializer.SerializeToElement(new Dictionary<string, int> { ["attempts"] = attempts }) },
        0,
        PipelineStage.Filter,
        RunStatus.Running);

    private async Task FinishAsync(RunDocument run)
    {
        await _planner.PrepareAsync(run, Stop);
        for (var stage = PipelineStage.Collect; stage <= PipelineStage.Filter; stage++)
        {
            await _runs.CompleteAsync("run", stage, new { }, Stop);
        }

        foreach (var collection in new[] { Collections.Tasks, Collections.Trajectories, Collections.Verdicts })
        {
            await PutAsync(collection);
        }
    }

    private Task<bool> PutAsync(CollectionDefinition collection) =>
        _store.PutIfAbsentAsync(collection, new Document("run", "one", "{}", new Dictionary<string, string>()), Stop);
}
