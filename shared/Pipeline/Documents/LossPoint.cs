namespace AgentScaler.Pipeline.Documents;

/// <summary>A point of a loss curve.</summary>
/// <param name="Validation">Whether this is the loss on the validation rows.</param>
public sealed record LossPoint(int Step, double Loss, bool Validation = false);
