using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Models;
using AgentScaler.Training.Policies;
using AgentScaler.Training.Stages;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;
using TorchSharp;

namespace AgentScaler.Training.Tests.Stages;

public class TrainingStageTests
{
    private static readonly TrainingOptions Small = new()
    {
        Model = "nano",
        VocabularySize = 400,
        Encoding = new EncodingOptions { MaxLength = 1024, MaxTools = 2 },
        Stage1 = new OptimizationOptions { Steps = 14, TokensPerMicroBatch = 2048, SaveSteps = 4, LearningRate = 5e-3, Precision = Precision.Float32 },
        Stage2 = new OptimizationOptions { Steps = 6, TokensPerMicroBatch = 2048, SaveSteps = 4, LearningRate = 2e-3, Precision = Precision.Float32 },
    };

    private static TrainingStageInput Stage1(TemporaryFolder folder) => new(
        1, "stage1", SampleRows.Make(24), SampleRows.Make(26)[24..], null, folder["checkpoints"], folder["work1"], Small, 7);

    [Fact]
    public async Task Both_stages_lower_the_loss_and_the_policy_answers_with_a_call_that_parses()
    {
        using var folder = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        var first = new TrainingStage().Run(Stage1(folder), null, null, token);
        Assert.True(first.LossLast < first.LossFirst);
        Assert.True(first.ValidationLossLast < first.ValidationLossFirst);
        Assert.Equal(24, first.Samples);
        Assert.InRange(first.TrainedTokens, 1, first.Tokens);

        var stage2 = Stage1(folder) with { Stage = 2, Name = "stage2-shop", Parent = folder["checkpoints/stage1"], Work = folder["work2"] };
        var second = new TrainingStage().Run(stage2, null, null, token);
        Assert.True(second.LossLast < second.LossFirst);
        Assert.Equal(first.Weights, second.Parent);
        Assert.NotEqual(first.Weights, second.Weights);

        await using var library = new PolicyLibrary(new CheckpointFolders(folder["checkpoints"]), slots: 2);
        Assert.Equal(["base", "stage1", "stage2-shop"], new CheckpointFolders(folder["checkpoints"]).Names);
        var request = new PolicyRequest("stage2-shop", [ChatMessage.User("Cancel order W100, I ordered by mistake.")], SampleRows.Tools, 0);
        var reply = await library.GenerateAsync(request, token);
        Assert.Equal("assistant", reply.Message.Role);
        Assert.All(reply.Message.ToolCalls ?? [], c => Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(c.Function.Arguments)));
    }

    [Fact]
    public void Every_tensor_is_held_by_a_scope_so_that_no_collection_frees_it_while_libtorch_reads_it()
    {
        using var folder = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        var before = CreatedOutside();
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => new TrainingStage().Run(Stage1(folder), (step, _) =>
        {
            if (step.Step == 6)
            {
                stop.Cancel();
            }
        }, null, stop.Token));
        new TrainingStage().Run(Stage1(folder), null, null, token);
        using var model = Checkpoint.Load(folder["checkpoints/stage1"], torch.CPU);
        using var decoder = new SequenceDecoder(model, 2);
        decoder.Prefill(0, [1, 2, 3]);
        decoder.Step([5, 0], [3, 0]);
        Assert.Equal(before, CreatedOutside());

        static long CreatedOutside() => DisposeScopeManager.Statistics.TensorStatistics.CreatedOutsideScopeCount;
    }

    [Fact]
    public void An_interrupted_stage_goes_on_and_ends_with_the_very_same_weights()
    {
        using var whole = new TemporaryFolder();
        using var broken = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        var expected = new TrainingStage().Run(Stage1(whole), null, null, token);

        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => new TrainingStage().Run(Stage1(broken), (step, _) =>
        {
            if (step.Step == 10)
            {
                stop.Cancel();
            }
        }, null, stop.Token));
        var steps = new List<int>();
        var resumed = new TrainingStage().Run(Stage1(broken), (step, _) => steps.Add(step.Step), null, token);

        Assert.Equal(9, steps[0]);
        Assert.Equal(expected.Weights, resumed.Weights);
        Assert.Equal(File.ReadAllBytes(whole["checkpoints/stage1/trainer_state.json"]), File.ReadAllBytes(broken["checkpoints/stage1/trainer_state.json"]));
    }

    [Fact]
    public void A_finished_stage_is_not_trained_again()
    {
        using var folder = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        var first = new TrainingStage().Run(Stage1(folder), null, null, token);
        var again = new TrainingStage().Run(Stage1(folder), (_, _) => Assert.Fail("trained again"), null, token);
        Assert.Equal(first.Weights, again.Weights);
    }

    [Fact]
    public void A_broken_resume_point_is_passed_over_for_the_one_before()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => new TrainingStage().Run(Stage1(folder), (step, _) =>
        {
            if (step.Step == 9)
            {
                stop.Cancel();
            }
        }, null, stop.Token));
        using (var file = new FileStream(folder["work1/resume/step-00000008/optimizer.safetensors"], FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }
        var steps = new List<int>();
        new TrainingStage().Run(Stage1(folder), (step, _) => steps.Add(step.Step), null, TestContext.Current.CancellationToken);
        Assert.Equal(5, steps[0]);
    }

    [Fact]
    public void A_corrupt_parent_is_named()
    {
        using var folder = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        new TrainingStage().Run(Stage1(folder), null, null, token);
        using (var file = new FileStream(folder["checkpoints/stage1/model.safetensors"], FileMode.Open))
        {
            file.SetLength(file.Length - 100);
        }
        var stage2 = Stage1(folder) with { Stage = 2, Name = "stage2-shop", Parent = folder["checkpoints/stage1"], Work = folder["work2"] };
        var error = Assert.Throws<CheckpointException>(() => new TrainingStage().Run(stage2, null, null, token));
        Assert.Contains("stage1/model.safetensors", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_train_nothing_are_counted_and_a_stage_without_any_says_so()
    {
        using var folder = new TemporaryFolder();
        var silent = SampleRows.Make(3).ConvertAll(r => r with { Messages = [ChatMessage.User("Hello")] });
        var input = Stage1(folder) with { Train = silent };
        var error = Assert.Throws<TrainingDataException>(() => new TrainingStage().Run(input, null, null, TestContext.Current.CancellationToken));
        Assert.Contains("3 no_trained_tokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_named_and_what_was_written_before_goes_on_when_there_is_room()
    {
        using var whole = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        var expected = new TrainingStage().Run(Stage1(whole), null, null, token);
        // What is written through this link finds no space left on its device.
        Directory.CreateDirectory(folder["checkpoints/base"]);
        var link = folder["checkpoints/base/model.safetensors.partial"];
        File.CreateSymbolicLink(link, "/dev/full");

        var error = Assert.Throws<CheckpointException>(() => new TrainingStage().Run(Stage1(folder), null, null, token));

        Assert.Contains("base/model.safetensors could not be written", error.Message, StringComparison.Ordinal);
        Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(link));
        Assert.False(File.Exists(folder["checkpoints/base/model.safetensors"]));
        Assert.Equal(expected.Weights, new TrainingStage().Run(Stage1(folder), null, null, token).Weights);
    }

    [Fact]
    public void What_does_not_fit_into_memory_says_what_to_lower_and_leaves_the_checkpoint_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var token = TestContext.Current.CancellationToken;
        var first = new TrainingStage().Run(Stage1(folder), null, null, token);
        var parent = folder["checkpoints/stage1"];
        var config = ModelConfig.Load(parent);
        // 800 TB, which no address space holds.
        File.WriteAllText(Path.Combine(parent, ModelConfig.FileName), (config with { VocabSize = 2_000_000_000, HiddenSize = 100_000 }).ToJson());
        var stage2 = Stage1(folder) with { Stage = 2, Name = "stage2-shop", Parent = parent, Work = folder["work2"] };

        var error = Assert.Throws<EngineOutOfMemoryException>(() => new TrainingStage().Run(stage2, null, null, token));

        Assert.Contains("tokens_per_micro_batch", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["checkpoints/stage2-shop"]));
        File.WriteAllText(Path.Combine(parent, ModelConfig.FileName), config.ToJson());
        Assert.Equal(first.Weights, new TrainingStage().Run(Stage1(folder), (_, _) => Assert.Fail("trained again"), null, token).Weights);
        Assert.Equal(first.Weights, new TrainingStage().Run(stage2, null, null, token).Parent);
    }
}
