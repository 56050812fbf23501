namespace AgentScaler.Training.Stages;

/// <summary>The summary of a training stage: its line in the report, and the link from a checkpoint to its inputs.</summary>
/// <param name="Samples">The number of training rows.</param>
/// <param name="Tokens">Tokens of those rows; <paramref name="TrainedTokens"/> of them are trained.</param>
/// <param name="LossFirst">Mean over the first twentieth of the steps.</param>
/// <param name="LossLast">Mean over the last twentieth.</param>
/// <param name="ValidationLossFirst">Loss on validation rows before the stage; null without such rows.</param>
/// <param name="Rejected">Rows that could not be trained on, by reason.</param>
/// <param name="Truncated">Rows whose last turns were left out.</param>
/// <param name="Parent">Hash of the initial weights.</param>
/// <param name="Weights">Hash of the resulting weights.</param>
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
