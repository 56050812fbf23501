using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Holds a row to the statuses in which the tool may be used.</summary>
internal sealed class StatusInKind : PreconditionKind<StatusIn>
{
    protected override IEnumerable<Statement> Check(StatusIn precondition, ProgramScope scope)
    {
        var (address, column, allowed) = (precondition.Address, precondition.Column, precondition.Allowed);
        var state = RowState.Of(scope, address, column);
        var single = allowed.Count == 1 && scope.Tool.Effect is TransitionEffect;
        var holds = single ? Eq(state, Constant(allowed[0])) : Op(Operator.Has, Constant(Value.From(allowed.ToArray())), state);
        yield return RowState.Required(scope, holds, address, column, precondition.Act);
    }

    protected override IEnumerable<string> Rules(StatusIn precondition, ToolModel tool) =>
        [RowState.Rule(tool, precondition.Address, precondition.Column, Spoken.Either(precondition.Allowed))];
}
