using System.Globalization;
using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Stages;
using AgentScaler.Training.Templates;

namespace AgentScaler.Training.Scale;

/// <summary>
/// Trains on an engine outside this process (accelerate or torchrun over transformers and TRL): writes the same shards, starts the configured
/// command, follows its progress, and takes over its checkpoint. It succeeds when all steps are done, regardless of the exit code, because an engine
/// that was told to stop saves and exits with 0.
/// </summary>
public sealed class ExternalEngine
{
    private const int LogLines = 40;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <exception cref="ExternalEngineException">The engine cannot be started or ends before its steps are done.</exception>
    public async Task<TrainingSummary> RunAsync(TrainingStageInput input, Action<StepRecord, int>? progress, CancellationToken cancellationToken)
    {
        input.Options.Validate();
        var parent = Path.GetFullPath(input.Parent ?? BaseCheckpoint.Ensure(input));
        var tokenizer = Tokenization.TokenizerFile.Load(parent);
        var data = EncodedDataset.Of(new TrajectoryEncoder(tokenizer, input.Options.Encoding), input.Train);
        if (data.Rows.Count == 0)
        {
            throw new TrainingDataException($"Stage {input.Stage} has no row to train on: {input.Train.Count} given.");
        }
        var work = Path.GetFullPath(input.Work);
        var shards = Path.Combine(work, TrainingStage.ShardsFolder);
        var manifest = ShardFiles.Write(shards, data, tokenizer, input.Options.Encoding, ChatTemplate.Version);
        var job = JobOf(input, parent, work, shards);
        Directory.CreateDirectory(job.Output);
        File.Delete(job.Result);
        var file = Path.Combine(work, "job.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(job, ContractJson.Indented), cancellationToken);

        var history = await FollowAsync(input.Options.Scale, file, job, work, progress, cancellationToken);
        var final = Path.Combine(job.Output, "final");
        var steps = history.Count > 0 ? history[^1].Step : 0;
        var window = Math.Max(1, history.Count / 20);
        var summary = new TrainingSummary(
            input.Stage, input.Name, data.Rows.Count, data.Tokens, data.TrainedTokens, steps,
            Math.Round(history.Take(window).Select(s => s.Loss).DefaultIfEmpty().Average(), 6),
                Math.Round(history.TakeLast(window).Select(s => s.Loss).DefaultIfEmpty().Average(), 6),
            null, null, data.Rejected, data.Truncated, Checkpoint.HashOf(parent), Checkpoint.HashOf(final), 0, manifest.Template, manifest.Tokenizer);
        DurableFile.WriteText(Path.Combine(final, TrainingStage.SummaryName), JsonSerializer.Serialize(summary, ContractJson.Indented) + "\n");
        input.Options.Encoding.Save(final);

        // This template rendered the ids, even if the parent came with another one.
        DurableFile.WriteText(Path.Combine(final, "chat_template.jinja"), ChatTemplate.JinjaFor(input.Options.Encoding.TrainReasoning));
        var state = new TrainerState(steps, steps, ContentId.Of("training", input.Name, summary.Parent, summary.Weights), summary.Parent, history);
        DurableFile.WriteText(Path.Combine(final, TrainerState.FileName), JsonSerializer.Serialize(state, ContractJson.Indented) + "\n");
        Directory.Move(shards, Path.Combine(final, TrainingStage.ShardsFolder));
        var target = Path.Combine(input.Checkpoints, input.Name);
        Directory.CreateDirectory(input.Checkpoints);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }
        Directory.Move(final, target);
        return summary;
    }

    private static async Task<List<StepRecord>> FollowAsync(
        ScaleOptions scale, string file, ExternalJob job, string work, Action<StepRecord, int>? progress, CancellationToken cancellationToken)
    {
        var log = Path.Combine(work, "engine.log");
        var follower = new ProgressFollower(job.Progress);
        using var group = ProcessGroup.Start(CommandOf(scale, file), scale.Environment, Directory.GetCurrentDirectory(), log);
        try
        {
            while (!group.HasExited)
            {
                await Task.WhenAny(group.WaitAsync(cancellationToken), Task.Delay(Poll, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
                follower.Read(progress);
            }

            // The last output may still be in the pipe. Ranks that outlive the launcher may keep the pipe open, so the wait is bounded.
            await Task.WhenAny(group.WaitAsync(cancellationToken), Task.Delay(LastWords, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // An engine that is told to stop saves a checkpoint, from which the next start continues.
            await group.StopAsync(TimeSpan.FromSeconds(scale.CancelSeconds));
            throw;
        }

        follower.Read(progress);
        var result = File.Exists(job.Result)
            ? JsonSerializer.Deserialize<ExternalResult>(await File.ReadAllTextAsync(job.Result, cancellationToken), ContractJson.Options)
            : null;
        if (result is null || result.GlobalStep < result.MaxSteps)
        {
            var reached = result is null ? "without a result" : $"at step {result.GlobalStep} of {result.MaxSteps}";
            throw new ExternalEngineException(
                $"The external engine ended {reached} (exit code {group.ExitCode}); its last checkpoint is in {job.Output}. The end of {log}:\n"
                + string.Join('\n', File.ReadLines(log).TakeLast(LogLines)));
        }

        return follower.Steps;
    }

    private static List<string> CommandOf(ScaleOptions scale, string job) => [.. scale.Command.Select(part => part
        .Replace("{job}", job, StringComparison.Ordinal)
        .Replace("{processes}", scale.Processes.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{worker}", Path.GetFullPath(scale.Worker), StringComparison.Ordinal)
        .Replace("{fsdp}", Path.GetFullPath(scale.FsdpConfig), StringComparison.Ordinal))];

    private static ExternalJob JobOf(TrainingStageInput input, string parent, string work, string shards)
    {
        var o = input.Options.OptimizationOf(input.Stage);
        return new ExternalJob(
            shards, parent, Path.Combine(work, "engine"), Path.Combine(work, "progress.jsonl"), Path.Combine(work, "result.json"),
            input.Options.Scale.Processes, o.Steps, o.Epochs, input.Options.Scale.RowsPerDevice, o.GradientAccumulation, o.LearningRate, o.WarmupRatio,
                o.WeightDecay,
            o.Beta1, o.Beta2, o.Epsilon, o.ClipNorm, o.Recompute, o.Precision == Precision.Float32 ? "float32" : "bfloat16", o.SaveSteps, input.Seed);
    }
}
