using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>One kind of precondition: the statements that check it, and its rule in the policy.</summary>
internal abstract class PreconditionKind
{
    /// <summary>The record that it is the kind of.</summary>
    public abstract Type Record { get; }

    public abstract IEnumerable<Statement> Check(Precondition precondition, ProgramScope scope);

    public abstract IEnumerable<string> Rules(Precondition precondition, ToolModel tool);
}
