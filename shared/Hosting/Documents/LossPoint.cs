namespace AgentScaler.Hosting.Documents;

/// <summary>One point of a loss curve.</summary>
/// <param name="Validation">True where the loss is that of the validation rows.</param>
public sealed record LossPoint(int Step, double Loss, bool Validation = false);
