using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories;

/// <summary>Who the simulated user is and what they know.</summary>
/// <param name="Profile">A person and their way of speaking, in one or two sentences.</param>
/// <param name="KnownValues">Values the user can tell when asked, by plain description.</param>
public sealed record SimulatedUser(string Profile, IReadOnlyDictionary<string, Value> KnownValues);
