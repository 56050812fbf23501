namespace AgentScaler.Trajectories;

/// <summary>Where a task came from: tool ids of its golden path, the seed, and the licences of the tools' sources.</summary>
public sealed record TaskProvenance(IReadOnlyList<string> Tools, long Seed, IReadOnlyList<string> Licenses);
