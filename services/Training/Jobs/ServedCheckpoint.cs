namespace AgentScaler.Training.Jobs;

/// <summary>A checkpoint that requests can name.</summary>
/// <param name="Name">What a request calls it: NAME, or RUN/NAME.</param>
/// <param name="Made">When its run ended, or was asked for; null where nobody knows.</param>
public sealed record ServedCheckpoint(string Name, DateTimeOffset? Made);
