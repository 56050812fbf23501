using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Auditing;

/// <summary>One planted conversation and the filter's verdict on it.</summary>
internal sealed record AuditCase(string Class, string Trajectory, TaskSpecification Task, List<ChatMessage> Messages, Verdict Verdict);
