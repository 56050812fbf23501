using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Materialization;

/// <summary>What one materialization of a domain leaves to the next.</summary>
/// <param name="Inputs">Hash of everything that the environment was made from; where it is the same, so is the environment.</param>
/// <param name="Proofs">The proofs by fingerprint, for when only a part of the domain changed.</param>
public sealed record KeptEnvironment(string Inputs, EnvironmentDocument Environment, ArtifactReference Proofs);
