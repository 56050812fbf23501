namespace AgentScaler.Tasks.Dependencies;

/// <summary>A dependency of the domain by the names of its tools, with its verdict, and whether a task covers it.</summary>
public sealed record JudgedDependency(string From, string To, string Field, string Parameter, DependencyVerdict Verdict, bool Covered);
