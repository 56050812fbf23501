namespace AgentScaler.Pipeline.Runs;

/// <summary>What the episodes of a run, or their verdicts, were made for.</summary>
/// <param name="Hash">Hash of everything that the result of a single episode or verdict depends on.</param>
/// <param name="Attempts">Episodes a task.</param>
public sealed record StageUnits(string Hash, int Attempts);
