using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>One kind of consequence: the statements that do it, and its rule in the policy.</summary>
internal abstract class ConsequenceKind
{
    public abstract Type Record { get; }

    /// <param name="row">The row that the effect is about.</param>
    public abstract IEnumerable<Statement> Do(Consequence consequence, Expression row, ProgramScope scope);

    public abstract IEnumerable<string> Rules(Consequence consequence, ToolModel tool);
}
