namespace AgentScaler.Materialization.Tasks;

/// <summary>Shares, 0 to 1, over all domains.</summary>
public sealed record CoverageSection(double Tools, double Edges, double Columns, double ErrorBranches);
