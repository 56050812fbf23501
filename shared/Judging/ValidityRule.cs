namespace AgentScaler.Judging;

/// <summary>A rule of stage 1.</summary>
/// <param name="Name">The reason that verdicts give.</param>
/// <param name="Threshold">The rule fails above this count.</param>
/// <param name="Why">The reason for the rule and for its threshold.</param>
public sealed record ValidityRule(string Name, int Threshold, string Why);
