namespace AgentScaler.Training.Engine;

/// <summary>One optimizer step in the log.</summary>
/// <param name="Loss">Mean over the step's trained tokens.</param>
/// <param name="GradNorm">The norm of the gradient before clipping.</param>
/// <param name="Tokens">Tokens of the step's rows, without padding.</param>
public sealed record StepRecord(int Step, double Loss, double GradNorm, double LearningRate, long Tokens, long TrainedTokens);
