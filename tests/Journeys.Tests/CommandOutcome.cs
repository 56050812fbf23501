namespace AgentScaler.Journeys.Tests;

/// <summary>What a command ended with and what it wrote.</summary>
public sealed record CommandOutcome(int Exit, string Output, string Error);
