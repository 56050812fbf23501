using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Auditing;

/// <summary>A case in which the filter's verdict differs from that of the independent judge or of <c>verify.py</c>.</summary>
public sealed record AuditMistake(string Class, string Trajectory, bool? Harmful, Verdict Verdict, IReadOnlyList<ChatMessage> Messages);
