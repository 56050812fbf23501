namespace AgentScaler.Training.Datasets;

public sealed record ShardFile(string Name, int Samples, string Sha256);
