namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A static path segment and the variables that follow it: <c>/repos/{owner}/{repo}</c> is one group.</summary>
internal sealed record PathGroup(string Segment, IReadOnlyList<string> Variables);
