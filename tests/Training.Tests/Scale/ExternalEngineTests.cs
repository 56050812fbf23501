using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Scale;
using AgentScaler.Training.Stages;

namespace AgentScaler.Training.Tests.Scale;

/// <summary>The launcher, with small shell scripts in the place of an engine.</summary>
public class ExternalEngineTests
{
    // What an engine does: reads the job, tells of its steps, leaves a checkpoint and a result.
    private const string Finishing = """
        job=$1; work=$(dirname "$job")
        model=$(sed -n 's/.*"model": "\(.*\)",/\1/p' "$job")
        echo '{"step":1,"max_steps":2,"loss":3.5,"grad_norm":1,"learning_rate":0.1,"tokens":10}' >> "$work/progress.jsonl"
        echo 'not a step' >> "$work/progress.jsonl"
        echo '{"step":2,"max_steps":2,"loss":2.5,"grad_norm":1,"learning_rate":0.1,"tokens":10}' >> "$work/progress.jsonl"
        cp -r "$model" "$work/engine/final"
        echo '{"global_step":2,"max_steps":2}' > "$work/result.json"
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TrainingStageInput Input(TemporaryFolder folder, string script, params IReadOnlyList<string> arguments)
    {
        File.WriteAllText(folder["engine.sh"], script);
        var options = new TrainingOptions
        {
            Engine = TrainingOptions.External,
            Model = "nano",
            VocabularySize = 400,
            Encoding = new EncodingOptions { MaxLength = 1024, MaxTools = 2 },
            Scale = new ScaleOptions { Command = ["sh", folder["engine.sh"], "{job}", .. arguments], CancelSeconds = 5 },
        };
        return new TrainingStageInput(1, "stage1", SampleRows.Make(6), [], null, folder["checkpoints"], folder["work"], options, 0);
    }

    [Fact]
    public void An_optimizer_that_it_lacks_is_refused()
    {
        var options = new TrainingOptions { Engine = TrainingOptions.External, Stage1 = new OptimizationOptions { Optimizer = OptimizerRule.Muon } };
        Assert.Contains("muon", Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_checkpoint_and_its_steps_are_taken_over()
    {
        using var folder = new TemporaryFolder();
        var steps = new List<(int Step, double Loss, int Steps)>();
        var summary = await new ExternalEngine().RunAsync(Input(folder, Finishing), (s, all) => steps.Add((s.Step, s.Loss, all)), Stop);
        Assert.Equal([(1, 3.5, 2), (2, 2.5, 2)], steps);
        Assert.Equal((2, 3.5, 2.5), (summary.Steps, summary.LossFirst, summary.LossLast));
        Assert.True(File.Exists(folder["checkpoints/stage1/model.safetensors"]));
        Assert.True(File.Exists(folder["checkpoints/stage1/shards/manifest.json"]));
    }

    [Fact]
    public async Task An_engine_that_ends_early_has_failed_even_with_exit_code_zero()
    {
        using var folder = new TemporaryFolder();
        var error = await Assert.ThrowsAsync<ExternalEngineException>(() => new ExternalEngine()
            .RunAsync(Input(folder, "echo the disk is full >&2; exit 0"), null, Stop));
        Assert.Contains("without a result", error.Message, StringComparison.Ordinal);
        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_engine_is_asked_to_save_with_all_its_ranks()
    {
        using var folder = new TemporaryFolder();
        // The launcher ends at once; its child is a rank that takes a moment to save.
        const string script = """
            work=$(dirname "$1"); trap 'exit 0' TERM
            sh -c "trap 'sleep 0.3; echo saved > $work/saved; exit 0' TERM; echo up > $work/up; while true; do sleep 0.05; done" &
            wait
            """;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var running = new ExternalEngine().RunAsync(Input(folder, script), null, cancel.Token);
        while (!File.Exists(folder["work/up"]) && !running.IsCompleted)
        {
            await Task.Delay(20, Stop);
        }
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(File.Exists(folder["work/saved"]));
    }

    [Fact]
    public async Task The_command_is_what_the_configuration_says()
    {
        using var folder = new TemporaryFolder();
        var input = Input(folder, "shift; echo \"$@\" >&2", "{processes}", "a b", "$HOME");
        var error = await Assert.ThrowsAsync<ExternalEngineException>(() => new ExternalEngine().RunAsync(input, null, Stop));
        Assert.EndsWith("1 a b $HOME", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, JsonNode.Parse(await File.ReadAllTextAsync(folder["work/job.json"], Stop))!["world_size"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_engine_that_is_not_installed_is_named()
    {
        using var folder = new TemporaryFolder();
        var input = Input(folder, "");
        input = input with { Options = input.Options with { Scale = new ScaleOptions { Command = ["no-such-engine"] } } };
        var error = await Assert.ThrowsAsync<ExternalEngineException>(() => new ExternalEngine().RunAsync(input, null, Stop));
        Assert.Contains("no-such-engine", error.Message, StringComparison.Ordinal);
    }
}
