using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>One kind of consequence: the statements that do it, and its rule in the policy.</summary>
internal abstract class ConsequenceKind
{
    /// <summary>The record that it is the kind of.</summary>
    public abstract Type Record { get; }

    /// <param name="row">The row that the effect is about.</param>
    public abstract IEnumerable<Statement> Do(Consequence consequence, Expression row, ProgramScope scope);

    /// <summary>What it sets in the row that the effect itself writes; null where it is about other rows.</summary>
    /// <param name="old">The value that a column of the row has, or gets otherwise.</param>
    public abstract KeyValuePair<string, Expression>? Own(Consequence consequence, Func<string, Expression> old, ProgramScope scope);

    public abstract IEnumerable<string> Rules(Consequence consequence, ToolModel tool);
}
