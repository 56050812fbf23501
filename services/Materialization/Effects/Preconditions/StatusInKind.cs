using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
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
        if (precondition.Refused.Count > 0)
        {
            var refused = Value.From(precondition.Refused.Select(v => Value.From(v.AsString.ToLowerInvariant())));
            yield return RowState.Required(scope, Not(Op(Operator.Has, Constant(refused), Op(Operator.Lower, Op(Operator.ToText, state)))), address, column,
                precondition.Act);
            yield break;
        }

        var single = allowed.Count == 1 && scope.Tool.Effect is TransitionEffect;
        var holds = single ? Eq(state, Constant(allowed[0])) : Op(Operator.Has, Constant(Value.From(allowed.ToArray())), state);
        yield return RowState.Required(scope, holds, address, column, precondition.Act);
    }

    protected override IEnumerable<string> Rules(StatusIn precondition, ToolModel tool) =>
        [precondition.Refused.Count > 0
            ? $"`{tool.Name}` is refused while the {Words.Phrase(precondition.Column.Name)} of the {TermWords.Row(precondition.Address)} is "
                + $"{Spoken.Either(precondition.Refused)}."
            : RowState.Rule(tool, precondition.Address, precondition.Column, Spoken.Either(precondition.Allowed))];
}
