using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Auditing;

/// <summary>A case that the filter judged otherwise than the independent judge, or otherwise than <c>verify.py</c>.</summary>
public sealed record AuditMistake(string Class, string Trajectory, bool? Harmful, Verdict Verdict, IReadOnlyList<ChatMessage> Messages);
