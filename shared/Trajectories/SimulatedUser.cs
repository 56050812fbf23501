using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories;

/// <summary>The simulated user's identity and knowledge.</summary>
/// <param name="Profile">A person and their way of speaking, in one or two sentences.</param>
/// <param name="KnownValues">Values that the user can state when asked, by plain description.</param>
public sealed record SimulatedUser(string Profile, IReadOnlyDictionary<string, Value> KnownValues);
