namespace AgentScaler.Proofs;

/// <summary>How much is tried.</summary>
/// <param name="DifferentialCalls">Generated calls a tool in the differential test; 0 leaves the test out.</param>
/// <param name="MutantsPerTool">Most mutants a tool in the mutation test; 0 leaves the test out.</param>
public sealed record ProofOptions(int DifferentialCalls, int MutantsPerTool);
