namespace AgentScaler.Training.Jobs;

/// <summary>A checkpoint that requests can name.</summary>
/// <param name="Name">The name in requests: NAME, or RUN/NAME.</param>
/// <param name="Made">When its run ended, or was requested; null if unknown.</param>
public sealed record ServedCheckpoint(string Name, DateTimeOffset? Made);
