namespace AgentScaler.Clustering.Dependencies;

/// <summary>A model's answer about one dependency, as the ledger keeps it.</summary>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record ExaminedDependency(bool Feeds, double Confidence, string Reason);
