using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Auditing;

/// <summary>A message of a draft with its calls and without their results.</summary>
internal sealed record DraftTurn(ChatMessage Message, IReadOnlyList<DraftCall> Calls);
