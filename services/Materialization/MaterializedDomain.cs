using AgentScaler.Environments;
using AgentScaler.Environments.States;
using AgentScaler.Proofs;

namespace AgentScaler.Materialization;

/// <summary>The outcome for one domain: an environment with its proofs, or the reason why there is none.</summary>
/// <param name="Definition">Null where the domain was rejected.</param>
/// <param name="Rejection">Null where the domain was materialized.</param>
/// <param name="Description">What was inferred, from which evidence, and how to change it.</param>
public sealed record MaterializedDomain(
    EnvironmentDefinition? Definition,
    DatabaseState InitialState,
    DomainChecks Checks,
    DomainDescription Description,
    string? Rejection)
{
    /// <summary>The overrides document that a language model proposed and that was accepted. Null if none was.</summary>
    public string? Authored { get; init; }

    /// <summary>The exception behind a rejection that is our own fault, for the log; else null.</summary>
    public Exception? Defect { get; init; }

    public bool Materialized => Definition is not null;
}
