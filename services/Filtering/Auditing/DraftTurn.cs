using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Auditing;

/// <summary>A message of a draft with the calls it makes; results are not part of it.</summary>
internal sealed record DraftTurn(ChatMessage Message, IReadOnlyList<DraftCall> Calls);
