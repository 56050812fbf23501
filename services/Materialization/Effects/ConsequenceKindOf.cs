using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>A kind whose consequences are of one record.</summary>
internal abstract class ConsequenceKind<TConsequence> : ConsequenceKind
    where TConsequence : Consequence
{
    public sealed override Type Record => typeof(TConsequence);

    public sealed override IEnumerable<Statement> Do(Consequence consequence, Expression row, ProgramScope scope) => Do((TConsequence)consequence, row, scope);

    public sealed override KeyValuePair<string, Expression>? Own(Consequence consequence, Func<string, Expression> old, ProgramScope scope) =>
        Own((TConsequence)consequence, old, scope);

    public sealed override IEnumerable<string> Rules(Consequence consequence, ToolModel tool) => Rules((TConsequence)consequence, tool);

    protected abstract IEnumerable<Statement> Do(TConsequence consequence, Expression row, ProgramScope scope);

    protected virtual KeyValuePair<string, Expression>? Own(TConsequence consequence, Func<string, Expression> old, ProgramScope scope) => null;

    protected abstract IEnumerable<string> Rules(TConsequence consequence, ToolModel tool);
}
