using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using AgentScaler.Training.Templates;
using AgentScaler.Training.Tokenization;
using static TorchSharp.torch;

namespace AgentScaler.Training.Stages;

/// <summary>
/// Runs one stage of training on the embedded engine, from dataset rows to a checkpoint. A second run with the same input continues after an
/// interruption, and does nothing if the stage is done.
/// </summary>
public sealed class TrainingStage
{
    public const string SummaryName = "training.json";

    /// <summary>The folder of the resume points, below a stage's work folder.</summary>
    public const string ResumeFolder = "resume";

    /// <summary>Folder of the encoded rows, below a stage's work folder and then below its checkpoint.</summary>
    public const string ShardsFolder = "shards";

    /// <param name="progress">Called after every step, with the number of steps in all.</param>
    /// <param name="saved">Called when a resume point was saved, with its step.</param>
    /// <exception cref="TorchUnavailableException">The engine cannot be loaded here.</exception>
    /// <exception cref="CheckpointException">The parent checkpoint cannot be used, or the disk is full.</exception>
    /// <exception cref="TrainingDataException">No row can be trained on.</exception>
    public TrainingSummary Run(TrainingStageInput input, Action<StepRecord, int>? progress, Action<int>? saved, CancellationToken cancellationToken)
    {
        input.Options.Validate();
        TorchBackend.Require();
        var parent = input.Parent ?? BaseCheckpoint.Ensure(input);
        var parentHash = Checkpoint.HashOf(parent);
        var config = ModelConfig.Load(parent);
        var tokenizer = Checkpoint.LoadTokenizer(parent, config);
        var encoder = new TrajectoryEncoder(tokenizer, input.Options.Encoding);
        var data = EncodedDataset.Of(encoder, input.Train);
        if (data.Rows.Count == 0)
        {
            throw new TrainingDataException(
                $"Stage {input.Stage} has no row to train on: {input.Train.Count} given, {Describe(data.Rejected)}. Raise encoding.max_length, or accept more trajectories.");
        }
        var manifest = ShardFiles.Write(Path.Combine(input.Work, ShardsFolder), data, tokenizer, input.Options.Encoding, ChatTemplate.Version);
        var optimization = input.Options.OptimizationOf(input.Stage);
        var fingerprint = Fingerprint(input, manifest, parentHash, optimization);
        var target = Path.Combine(input.Checkpoints, input.Name);
        if (ReadFinished(target, fingerprint) is { } finished)
        {
            return finished;
        }

        try
        {
            return Train(input, parent, parentHash, tokenizer, encoder, data, manifest, optimization, fingerprint, target, progress, saved, cancellationToken);
        }
        catch (Exception exception) when (EngineOutOfMemoryException.Is(exception))
        {
            throw new EngineOutOfMemoryException(
                $"Stage {input.Stage} ran out of memory: lower tokens_per_micro_batch (now {optimization.TokensPerMicroBatch}) and raise gradient_accumulation by as much, "
                + $"or switch recompute on. The last checkpoint is intact, and the same command goes on from it. The engine says: {exception.Message.Split('\n')[0]}",
                    exception);
        }
        finally
        {
            NativeHeap.GiveBack();
        }
    }

    private static TrainingSummary Train(
        TrainingStageInput input, string parent, string parentHash, Tokenizer tokenizer, TrajectoryEncoder encoder, EncodedDataset data, ShardManifest manifest,
        OptimizationOptions optimization, string fingerprint, string target, Action<StepRecord, int>? progress, Action<int>? saved,
            CancellationToken cancellationToken)
    {
        var device = cuda.is_available() ? CUDA : CPU;
        using var model = Checkpoint.Load(parent, device, ComputeType.Of(optimization.Precision, device));
        var validation =
            EncodedDataset.Of(encoder, input.Validation.OrderBy(r => r.Trajectory, StringComparer.Ordinal).Take(input.Options.ValidationRows)).Rows;
        var trainer = new Trainer(model, data.Rows, optimization, input.Seed);
        double? before = validation.Count == 0 ? null : Trainer.Evaluate(model, validation, optimization);
        var resume = Path.Combine(input.Work, ResumeFolder);
        var state = trainer.Run(resume, fingerprint, parentHash, s => progress?.Invoke(s, trainer.Steps), saved, cancellationToken);
        double? after = validation.Count == 0 ? null : Trainer.Evaluate(model, validation, optimization);

        var beside = target + ".partial";
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }
        Checkpoint.Save(beside, model, tokenizer, new Dictionary<string, string> { ["stage"] = input.Name }, input.Options.Encoding.TrainReasoning);
        input.Options.Encoding.Save(beside);
        DurableFile.WriteText(Path.Combine(beside, TrainerState.FileName), JsonSerializer.Serialize(state, ContractJson.Indented) + "\n");
        var window = Math.Max(1, state.LogHistory.Count / 20);
        var summary = new TrainingSummary(
            input.Stage, input.Name, data.Rows.Count, data.Tokens, data.TrainedTokens, state.GlobalStep,
            Round(state.LogHistory.Take(window).Average(s => s.Loss)), Round(state.LogHistory.TakeLast(window).Average(s => s.Loss)), Round(before),
                Round(after),
            data.Rejected, data.Truncated, parentHash, Checkpoint.HashOf(beside), model.Parameters.Count, manifest.Template, manifest.Tokenizer);
        DurableFile.WriteText(Path.Combine(beside, SummaryName), JsonSerializer.Serialize(summary, ContractJson.Indented) + "\n");
        // The checkpoint keeps the exact ids and masks of its training.
        Directory.Move(Path.Combine(input.Work, ShardsFolder), Path.Combine(beside, ShardsFolder));
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }
        Directory.Move(beside, target);
        if (Directory.Exists(resume))
        {
            Directory.Delete(resume, recursive: true);
        }
        return summary;
    }

    /// <summary>Reads the summary of a checkpoint that this same training made; null if there is none.</summary>
    private static TrainingSummary? ReadFinished(string folder, string fingerprint)
    {
        var (state, summary) = (Path.Combine(folder, TrainerState.FileName), Path.Combine(folder, SummaryName));
        if (!File.Exists(state) || !File.Exists(summary))
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<TrainerState>(File.ReadAllText(state), ContractJson.Options)?.Fingerprint == fingerprint
                && JsonSerializer.Deserialize<TrainingSummary>(File.ReadAllText(summary), ContractJson.Options) is { } done
                && Checkpoint.HashOf(folder) == done.Weights
                    ? done
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or CheckpointException)
        {
            // A broken checkpoint is trained anew.
            return null;
        }
    }

    private static string Fingerprint(TrainingStageInput input, ShardManifest manifest, string parent, OptimizationOptions optimization) => ContentId.Of(
        "training",
        input.Name,
        JsonSerializer.Serialize(manifest, ContractJson.Options),
        parent,
        JsonSerializer.Serialize(optimization with { SaveSteps = 0 }, ContractJson.Options),
        input.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Describe(IReadOnlyDictionary<string, int> rejected) =>
        rejected.Count == 0 ? "none rejected" : string.Join(", ", rejected.Select(r => $"{r.Value} {r.Key}"));

    private static double? Round(double? value) => value is { } v ? Round(v) : null;

    private static double Round(double value) => Math.Round(value, 6, MidpointRounding.ToEven);
}
