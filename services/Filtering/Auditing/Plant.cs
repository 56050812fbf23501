using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Auditing;

/// <summary>One kind of change to an accepted conversation.</summary>
/// <param name="Make">Returns the changed conversation, or null if the change does not apply to it.</param>
internal sealed record Plant(string Name, Func<PlantContext, List<ChatMessage>?> Make);
