using AgentScaler.Pipeline.Options;

namespace AgentScaler.Training.Engine;

/// <summary>Linear warm-up, then half a cosine to zero, as transformers' get_cosine_schedule_with_warmup.</summary>
public static class LearningRate
{
    /// <param name="step">The step about to be taken, counted from 1.</param>
    public static double At(int step, int steps, OptimizationOptions options)
    {
        var done = step - 1;
        var warmup = (int)Math.Ceiling(options.WarmupRatio * steps);
        if (done < warmup)
        {
            return options.LearningRate * done / warmup;
        }
        var progress = (done - warmup) / (double)Math.Max(1, steps - warmup);
        return options.LearningRate * Math.Max(0, 0.5 * (1 + Math.Cos(Math.PI * progress)));
    }
}
