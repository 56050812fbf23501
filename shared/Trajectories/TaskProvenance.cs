namespace AgentScaler.Trajectories;

/// <summary>The origin of a task: tool ids of its golden path, the seed, and the licences of the tools' sources.</summary>
public sealed record TaskProvenance(IReadOnlyList<string> Tools, long Seed, IReadOnlyList<string> Licenses);
