namespace AgentScaler.Training.Stages;

/// <summary>What a stage of training did: the report's line, and what leads from a checkpoint to what made it.</summary>
/// <param name="Samples">Rows trained on.</param>
/// <param name="Tokens">Tokens of those rows; <paramref name="TrainedTokens"/> of them are trained.</param>
/// <param name="LossFirst">Mean over the first twentieth of the steps.</param>
/// <param name="LossLast">Mean over the last twentieth.</param>
/// <param name="ValidationLossFirst">Loss on validation rows before the stage; null without such rows.</param>
/// <param name="Rejected">Rows that could not be trained on, by reason.</param>
/// <param name="Truncated">Rows whose last turns were left out.</param>
/// <param name="Parent">Hash of the weights it started from.</param>
/// <param name="Weights">Hash of the weights that came out.</param>
public sealed record TrainingSummary(
    int Stage,
    string Name,
    int Samples,
    long Tokens,
    long TrainedTokens,
    int Steps,
    double LossFirst,
    double LossLast,
    double? ValidationLossFirst,
    double? ValidationLossLast,
    IReadOnlyDictionary<string, int> Rejected,
    int Truncated,
    string? Parent,
    string Weights,
    long Parameters,
    string Template,
    string Tokenizer);
