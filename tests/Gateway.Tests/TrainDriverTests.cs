using System.Text.Json;
using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Gateway.Orchestration.Stages;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Sqlite;

namespace AgentScaler.Gateway.Tests;

public sealed class TrainDriverTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-train-driver-").FullName;
    private readonly SqliteDocumentStore _store;
    private readonly TrainDriver _driver;

    public TrainDriverTests()
    {
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);
        _driver = new TrainDriver(new StageQueries(_store, new RunRepository(_store)));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_stage_is_asked_for_when_the_first_has_ended()
    {
        Assert.Equal(1, await AskedForAsync(Run()));

        await PutAsync(Job(1, "queued"));
        Assert.Equal(1, await AskedForAsync(Run()));

        await PutAsync(Job(1, "completed"));
        Assert.Equal(2, await AskedForAsync(Run()));

        await PutAsync(Job(2, "completed"));
        Assert.Null(await AskedForAsync(Run()));
        Assert.True((await _driver.ProgressAsync(Run(), upstreamComplete: true, Stop)).IsComplete);
    }

    [Fact]
    public async Task A_training_that_takes_steps_says_which_and_its_loss()
    {
        await PutAsync(Job(1, "queued"));
        Assert.Null((await _driver.ProgressAsync(Run(), upstreamComplete: true, Stop)).Current);

        await PutAsync(Job(1, "queued") with { Step = 1240, Steps = 5000, Loss = 0.4216 });
        Assert.Equal("stage 1, step 1240 of 5000, loss 0.422", (await _driver.ProgressAsync(Run(), upstreamComplete: true, Stop)).Current);

        await PutAsync(Job(1, "completed") with { Step = 5000, Steps = 5000, Loss = 0.1 });
        var between = await _driver.ProgressAsync(Run(), upstreamComplete: true, Stop);
        Assert.Null(between.Current);
        Assert.Equal((1, 2), (between.Done, between.Expected));
    }

    [Fact]
    public async Task A_failed_training_fails_the_stage_only_where_it_is_asked_for()
    {
        await PutAsync(Job(2, "failed") with { Reason = "the disk is full" });

        Assert.Equal("the disk is full", (await _driver.ProgressAsync(Run(), upstreamComplete: true, Stop)).Failure);
        Assert.Null((await _driver.ProgressAsync(Run(stages: 1), upstreamComplete: true, Stop)).Failure);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static RunDocument Run(params int[] stages) => new(
        "r",
        [],
        stages.Length == 0
            ? new Dictionary<string, JsonElement>()
            : new Dictionary<string, JsonElement> { ["train"] = JsonSerializer.SerializeToElement(new { stages }) },
        0,
        PipelineStage.Train,
        RunStatus.Running);

    private static TrainingJobDocument Job(int stage, string status) => new(TrainDriver.JobId(stage), stage, status, null, null);

    private async Task<int?> AskedForAsync(RunDocument run)
    {
        var commands = await _driver.CommandsAsync(run, upstreamComplete: true, Stop).Cast<TrainingRequested>().ToListAsync(Stop);
        return commands.Count == 0 ? null : Assert.Single(commands).Stage;
    }

    private async Task PutAsync(TrainingJobDocument job)
    {
        var current = await _store.GetAsync(Collections.TrainingJobs, "r", job.Id, Stop);
        Assert.True(await _store.CompareAndSetAsync(Collections.TrainingJobs, TypedDocuments.Of("r", job.Id, job, ("status", job.Status)), current?.Version
            ?? 0, Stop));
    }
}
