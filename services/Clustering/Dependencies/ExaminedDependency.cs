namespace AgentScaler.Clustering.Dependencies;

/// <summary>A model's answer about one dependency.</summary>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record ExaminedDependency(bool Feeds, double Confidence, string Reason);
