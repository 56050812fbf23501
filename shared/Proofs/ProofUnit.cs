using AgentScaler.Environments;
using AgentScaler.Environments.States;

namespace AgentScaler.Proofs;

/// <summary>
/// Tables that are connected by references, with every tool that reaches one of them: what can be proved without the rest
/// of its domain. A change of one tool leaves the proofs of all other units as they are.
/// </summary>
/// <param name="Definition">The unit as an environment of its own.</param>
/// <param name="Fingerprint">Hash of everything that its proofs depend on.</param>
internal sealed record ProofUnit(EnvironmentDefinition Definition, DatabaseState State, IReadOnlyList<ToolModel> Tools, string Fingerprint);
