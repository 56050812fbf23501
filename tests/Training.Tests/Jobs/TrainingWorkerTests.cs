using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Training.Jobs;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;
using MassTransit;

namespace AgentScaler.Training.Tests.Jobs;

public class TrainingWorkerTests
{
    private static readonly TrainingOptions Small = new()
    {
        Model = "nano",
        VocabularySize = 400,
        Encoding = new EncodingOptions { MaxLength = 1024, MaxTools = 2 },
        Stage1 = new OptimizationOptions { Steps = 8, TokensPerMicroBatch = 2048, SaveSteps = 2, LearningRate = 5e-3, Precision = Precision.Float32 },
        Stage2 = new OptimizationOptions { Steps = 4, TokensPerMicroBatch = 2048, SaveSteps = 2, LearningRate = 2e-3, Precision = Precision.Float32 },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_jobs_become_checkpoints_that_answer_and_say_what_was_trained()
    {
        using var folder = new TemporaryFolder();
        await using var host = await TrainingHost.StartAsync(folder, Stop);
        await host.GivenRunAsync(Small with { Sample2 = new SampleOptions { Rows = 5 } }, 16, Stop);
        await host.Bus.Publish(new TrainingRequested(TrainingHost.Run, "job_1", 1), Stop);
        var first = await host.WaitAsync("job_1", j => j.Status != TrainingStatus.Queued, Stop);
        Assert.Equal((TrainingStatus.Completed, "stage1", null), (first.Status, first.Checkpoint, first.Reason));
        await host.Bus.Publish(new TrainingRequested(TrainingHost.Run, "job_2", 2), Stop);
        var second = await host.WaitAsync("job_2", j => j.Status != TrainingStatus.Queued, Stop);
        Assert.Equal((TrainingStatus.Completed, "stage2-shop"), (second.Status, second.Checkpoint));

        var names = new List<string>();
        await foreach (var checkpoint in host.Store.AllAsync<CheckpointDocument>(Collections.Checkpoints, TrainingHost.Run, Stop))
        {
            names.Add(checkpoint.Name);
        }
        Assert.Equal(["base", "stage1", "stage2-shop"], names);
        var stage2 = await host.Store.LoadAsync<CheckpointDocument>(Collections.Checkpoints, TrainingHost.Run, "stage2-shop", Stop);
        Assert.Equal(2, stage2.Figures!.Value.GetProperty("stage").GetInt32());
        Assert.Equal(4, stage2.Figures.Value.GetProperty("steps").GetInt32());
        Assert.Equal(5, stage2.Figures.Value.GetProperty("samples").GetInt32());
        Assert.Contains("config.json", stage2.Files.Keys);
        Assert.Contains("shards/manifest.json", stage2.Files.Keys);
        Assert.Equal(4, stage2.Losses.Count(l => !l.Validation));

        // Another machine has the store alone.
        Directory.Delete(folder["training"], recursive: true);
        var request = new PolicyRequest("stage1", [ChatMessage.User("Hello")], SampleRows.Tools, 0) { Run = TrainingHost.Run, MaxTokens = 8 };
        var reply = await host.Get<IPolicyGenerator>().GenerateAsync(request, Stop);
        Assert.InRange(reply.CompletionTokens, 1, 8);
        await Assert.ThrowsAsync<PolicyUnavailableException>(() => host.Get<IPolicyGenerator>().GenerateAsync(request with { Policy = "../base" }, Stop));
    }

    [Fact]
    public async Task A_job_that_cannot_be_done_fails_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        await using var host = await TrainingHost.StartAsync(folder, Stop);
        await host.GivenRunAsync(Small with { Encoding = new EncodingOptions { MaxLength = 64 } }, 4, Stop);
        await host.Bus.Publish(new TrainingRequested(TrainingHost.Run, "job_1", 1), Stop);
        var job = await host.WaitAsync("job_1", j => j.Status != TrainingStatus.Queued, Stop);
        Assert.Equal(TrainingStatus.Failed, job.Status);
        Assert.Contains("4 too_long", job.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_stops_its_training()
    {
        using var folder = new TemporaryFolder();
        await using var host = await TrainingHost.StartAsync(folder, Stop);
        await host.GivenRunAsync(Small with { Stage1 = Small.Stage1 with { Steps = 100_000 } }, 4, Stop);
        await host.Bus.Publish(new TrainingRequested(TrainingHost.Run, "job_1", 1), Stop);
        await host.WaitAsync("job_1", j => j.Step > 0, Stop);
        await host.Runs.EndAsync(TrainingHost.Run, RunStatus.Cancelled, null, Stop);
        var job = await host.WaitAsync("job_1", j => j.Status != TrainingStatus.Queued, Stop);
        Assert.Equal(TrainingStatus.Cancelled, job.Status);
    }

    [Fact]
    public Task A_job_whose_worker_died_is_taken_up_on_another_machine_where_it_was_saved() =>
        TakenUpElsewhereAsync(_ => Task.CompletedTask, _ => Task.CompletedTask);

    [Fact]
    public Task A_job_that_was_given_up_goes_on_from_where_it_was_saved_when_it_is_asked_for_anew() =>
        TakenUpElsewhereAsync(
            async first =>
            {
                await first.Get<TrainingJobs>()
                    .ChangeAsync(TrainingHost.Run, "job_1", j => j with { Status = TrainingStatus.Failed, Reason = "the disk is full" }, Stop);
                var failed = await first.WaitAsync("job_1", j => j.Status == TrainingStatus.Failed, Stop);
                var waiting = failed with { Status = TrainingStatus.Waiting, Reason = null };
                await first.Store.DeleteAsync(Collections.TrainingJobs, TrainingHost.Run, "job_1", Stop);
                await first.Store.PutIfAbsentAsync(Collections.TrainingJobs, TypedDocuments.Of(TrainingHost.Run, "job_1", waiting, ("status", waiting.Status)),
                    Stop);
            },
            second => second.Bus.Publish(new TrainingRequested(TrainingHost.Run, "job_1", 1), Stop));

    /// <summary>Trains on one machine until a point is shared, and on another, which has the store alone, to the end.</summary>
    private static async Task TakenUpElsewhereAsync(Func<TrainingHost, Task> giveUp, Func<TrainingHost, Task> ask)
    {
        using var folder = new TemporaryFolder();
        var options = Small with { Stage1 = Small.Stage1 with { Steps = 40 } };
        await using (var first = await TrainingHost.StartAsync(folder, Stop, ("Training:ShareResumePoints", "true")))
        {
            await first.GivenRunAsync(options, 16, Stop);
            await first.Bus.Publish(new TrainingRequested(TrainingHost.Run, "job_1", 1), Stop);
            await first.WaitAsync("job_1", j => j.Resume is not null, Stop);
            await giveUp(first);
        }

        await using var second = await TrainingHost.StartAsync(folder, Stop, ("Training:Folder", folder["elsewhere"]));
        var steps = new AnnouncedSteps();
        second.Bus.ConnectPublishObserver(steps);
        await ask(second);
        var job = await second.WaitAsync("job_1", j => j.Status is TrainingStatus.Completed or TrainingStatus.Failed, Stop);
        Assert.Equal(TrainingStatus.Completed, job.Status);
        Assert.True(steps.First > 2, $"The first step elsewhere was {steps.First}.");
        using var whole = new TemporaryFolder();
        await using var undisturbed = await TrainingHost.StartAsync(whole, Stop);
        await undisturbed.GivenRunAsync(options, 16, Stop);
        await undisturbed.Bus.Publish(new TrainingRequested(TrainingHost.Run, "job_1", 1), Stop);
        await undisturbed.WaitAsync("job_1", j => j.Status == TrainingStatus.Completed, Stop);
        Assert.Equal(await WeightsAsync(undisturbed), await WeightsAsync(second));
    }

    private static async Task<string> WeightsAsync(TrainingHost host) =>
        (await host.Store.LoadAsync<CheckpointDocument>(Collections.Checkpoints, TrainingHost.Run, "stage1", Stop)).Files["model.safetensors"].Sha256;

    private sealed class AnnouncedSteps : IPublishObserver
    {
        public int? First { get; private set; }

        public Task PrePublish<T>(PublishContext<T> context)
            where T : class
        {
            if (context.Message is TrainingProgressed progressed)
            {
                First ??= progressed.Step;
            }
            return Task.CompletedTask;
        }

        public Task PostPublish<T>(PublishContext<T> context)
            where T : class => Task.CompletedTask;

        public Task PublishFault<T>(PublishContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
