namespace AgentScaler.Pipeline.Options;

/// <summary>Options of the optimization. The defaults fit the model that ships; see docs/training.md for larger ones.</summary>
public sealed record OptimizationOptions
{
    /// <summary>Number of optimizer steps. 0 takes the number that the epochs need.</summary>
    public int Steps { get; init; }

    /// <summary>Passes over the rows, if no number of steps is given.</summary>
    public int Epochs { get; init; } = 1;

    public OptimizerRule Optimizer { get; init; } = OptimizerRule.Adamw;

    public double LearningRate { get; init; } = 2e-3;

    /// <summary>The share of the steps in which the learning rate rises from zero.</summary>
    public double WarmupRatio { get; init; } = 0.05;

    public double WeightDecay { get; init; } = 0.1;

    public double Beta1 { get; init; } = 0.9;

    public double Beta2 { get; init; } = 0.95;

    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Largest norm of the gradient. 0 does not clip.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>Most tokens, padding included, of one forward pass.</summary>
    public int TokensPerMicroBatch { get; init; } = 8192;

    /// <summary>
    /// The fewest tokens of a common beginning (system message, policy, tools) of the rows of a micro batch that is computed once for all of them; 0
    /// never shares. Loss and gradients are the same.
    /// </summary>
    public int SharedPrefix { get; init; } = 64;

    /// <summary>Micro batches of one optimizer step.</summary>
    public int GradientAccumulation { get; init; } = 1;

    /// <summary>Whether a layer's activations are computed again in the backward pass instead of kept.</summary>
    public bool Recompute { get; init; }

    public Precision Precision { get; init; } = Precision.Auto;

    /// <summary>Number of CPU threads. 0 uses all cores. The last bits of sums depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Steps between resume points. 0 writes none.</summary>
    public int SaveSteps { get; init; } = 50;

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public void Validate()
    {
        Check(Steps >= 0, nameof(Steps), "0 or more");
        Check(Epochs >= 1, nameof(Epochs), "1 or more");
        Check(LearningRate > 0 && double.IsFinite(LearningRate), nameof(LearningRate), "above 0");
        Check(WarmupRatio is >= 0 and < 1, nameof(WarmupRatio), "from 0 to below 1");
        Check(WeightDecay >= 0, nameof(WeightDecay), "0 or more");
        Check(Beta1 is >= 0 and < 1 && Beta2 is >= 0 and < 1, nameof(Beta1), "from 0 to below 1");
        Check(ClipNorm >= 0, nameof(ClipNorm), "0 or more");
        Check(TokensPerMicroBatch >= 1, nameof(TokensPerMicroBatch), "1 or more");
        Check(SharedPrefix >= 0, nameof(SharedPrefix), "0 or more");
        Check(GradientAccumulation >= 1, nameof(GradientAccumulation), "1 or more");
        Check(SaveSteps >= 0, nameof(SaveSteps), "0 or more");

        static void Check(bool good, string name, string range)
        {
            if (!good)
            {
                throw new ArgumentException($"Training option {name} must be {range}.");
            }
        }
    }
}
