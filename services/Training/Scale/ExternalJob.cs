namespace AgentScaler.Training.Scale;

/// <summary>The input of the adapter script: <c>job.json</c>. Paths are absolute.</summary>
/// <param name="Shards">Folder of the encoded rows and their manifest.</param>
/// <param name="Model">Folder of the checkpoint to start from.</param>
/// <param name="Output">Folder for resume points and, in <c>final</c>, the trained checkpoint.</param>
/// <param name="Progress">File to which rank 0 appends one JSON line a step.</param>
/// <param name="Result">File that rank 0 writes when all steps are done, and only then.</param>
/// <param name="WorldSize">The required number of ranks. Another number is refused, because ranks that do not find each other train separately.</param>
public sealed record ExternalJob(
    string Shards,
    string Model,
    string Output,
    string Progress,
    string Result,
    int WorldSize,
    int Steps,
    int Epochs,
    int RowsPerDevice,
    int GradientAccumulation,
    double LearningRate,
    double WarmupRatio,
    double WeightDecay,
    double Beta1,
    double Beta2,
    double Epsilon,
    double ClipNorm,
    bool Recompute,
    string Precision,
    int SaveSteps,
    long Seed);
