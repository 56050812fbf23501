using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Auditing;

/// <summary>One way to change an accepted conversation.</summary>
/// <param name="Make">Gives the changed conversation, or null where this way does not apply to it.</param>
internal sealed record Plant(string Name, Func<PlantContext, List<ChatMessage>?> Make);
