namespace AgentScaler.Rollout;

/// <summary>One line of <c>traces.jsonl</c>: which trace an object came about in.</summary>
public sealed record TraceRecord(string Object, string TraceId);
