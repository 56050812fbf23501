using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;

namespace AgentScaler.Training.Engine;

/// <summary>
/// Trains a model on encoded rows. The same rows, options, seed and initial weights give the same weights bit for bit on one type of machine, with or without
/// interruptions.
/// </summary>
public sealed class Trainer
{
    private readonly Qwen3Model _model;
    private readonly IReadOnlyList<EncodedRow> _rows;
    private readonly OptimizationOptions _options;
    private readonly BatchPlan _plan;
    private readonly LossFunction _loss;

    public Trainer(Qwen3Model model, IReadOnlyList<EncodedRow> rows, OptimizationOptions options, long seed)
    {
        options.Validate();
        foreach (var row in rows)
        {
            var largest = row.InputIds.DefaultIfEmpty(0).Max();
            if (largest >= model.Config.VocabSize)
            {
                throw new CheckpointException(
                    $"Trajectory {row.TrajId} has the token id {largest}, the model's vocab_size is {model.Config.VocabSize}; encode with the model's own tokenizer.");
            }
        }

        (_model, _rows, _options) = (model, rows, options);
        _plan = new BatchPlan(rows, options, seed);
        _loss = new LossFunction(model, options.Recompute, options.SharedPrefix);
    }

    public int Steps => _plan.Steps;

    /// <summary>Trains to the last step, from the newest resume point of this training in <paramref name="resumeFolder"/> if there is one.</summary>
    /// <param name="fingerprint">The identity of this training; see <see cref="TrainerState.Fingerprint"/>.</param>
    /// <param name="progress">Called after every step.</param>
    /// <param name="saved">Called after a resume point was saved, with its step.</param>
    public TrainerState Run(
        string? resumeFolder, string fingerprint, string? parent, Action<StepRecord>? progress, Action<int>? saved, CancellationToken cancellationToken)
    {
        EngineThreads.Use(_options.Threads);
        using IOptimizer optimizer = _options.Optimizer == OptimizerRule.Muon ? new Muon(_model.Parameters, _options) : new AdamW(_model.Parameters, _options);
        var history = new List<StepRecord>();
        var mklMode = TorchBackend.State.MklMode;
        if (resumeFolder is not null && ResumePoint.Restore(resumeFolder, fingerprint, _model.Parameters, optimizer) is { } resumed)
        {
            history.AddRange(resumed.LogHistory);
            mklMode = TrainerState.After(resumed.MklMode, mklMode);
        }

        for (var step = history.Count + 1; step <= Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            history.Add(Step(step, optimizer));
            progress?.Invoke(history[^1]);
            if (resumeFolder is null || _options.SaveSteps == 0 || step % _options.SaveSteps != 0 || step == Steps)
            {
                continue;
            }
            ResumePoint.Save(resumeFolder, new TrainerState(step, Steps, fingerprint, parent, history, mklMode), _model.Parameters, optimizer);
            saved?.Invoke(step);
        }

        return new TrainerState(Steps, Steps, fingerprint, parent, history, mklMode);
    }

    /// <summary>Returns the mean loss over rows, without training.</summary>
    public static double Evaluate(Qwen3Model model, IReadOnlyList<EncodedRow> rows, OptimizationOptions options)
    {
        EngineThreads.Use(options.Threads);
        var loss = new LossFunction(model, recompute: false);
        double sum = 0;
        long total = 0;
        foreach (var row in rows)
        {
            sum += loss.Forward([row]);
            total += LossFunction.Predictions(row);
        }

        return total == 0 ? 0 : sum / total;
    }

    private StepRecord Step(int step, IOptimizer optimizer)
    {
        var batches = _plan.MicroBatches(step).Select(b => b.Select(i => _rows[i]).ToList()).ToList();
        // Normalised over the whole step, so that accumulation changes nothing but memory.
        var trained = batches.Sum(b => b.Sum(r => (long)LossFunction.Predictions(r)));
        double sum = 0;
        foreach (var batch in batches)
        {
            sum += _loss.Backward(batch, Math.Max(1, trained));
        }
        var rate = LearningRate.At(step, Steps, _options);
        var norm = optimizer.Step(step, rate);
        var mean = sum / Math.Max(1, trained);
        if (!double.IsFinite(mean) || !double.IsFinite(norm))
        {
            throw new TrainingDivergedException(
                $"The loss is {mean} and the gradient's norm {norm} at step {step}: lower the learning rate ({_options.LearningRate}) or raise the warm-up.");
        }
        return new StepRecord(step, mean, norm, rate, batches.Sum(b => b.Sum(r => (long)r.InputIds.Length)), trained);
    }
}
