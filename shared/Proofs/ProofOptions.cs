namespace AgentScaler.Proofs;

/// <summary>The numbers of calls and mutants that a proof tries.</summary>
/// <param name="DifferentialCalls">The number of generated calls for each tool in the differential test. 0 leaves the test out.</param>
/// <param name="MutantsPerTool">The largest number of mutants of each tool in the mutation test. 0 leaves the test out.</param>
public sealed record ProofOptions(int DifferentialCalls, int MutantsPerTool);
