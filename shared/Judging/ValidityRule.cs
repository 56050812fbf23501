namespace AgentScaler.Judging;

/// <summary>A rule of stage 1.</summary>
/// <param name="Name">What verdicts give as their reason.</param>
/// <param name="Threshold">The rule fails above this count.</param>
/// <param name="Why">Why the rule stands, and why the threshold is where it is.</param>
public sealed record ValidityRule(string Name, int Threshold, string Why);
