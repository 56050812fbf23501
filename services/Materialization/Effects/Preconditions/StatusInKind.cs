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
        var status = Member(Var(precondition.Address.Role), precondition.Column.Name);
        var single = precondition.Allowed.Count == 1 && scope.Tool.Effect is TransitionEffect;
        yield return Precondition(
            single ? Eq(status, Constant(precondition.Allowed[0])) : Op(Operator.Has, Constant(Value.From(precondition.Allowed.ToArray())), status),
            Constant($"{ProgramScope.Thing(precondition.Address.Table)} '"),
                Op(Operator.ToText, Member(Var(ProgramScope.Row), precondition.Address.Table.Key.Name)),
            Constant($"' cannot be changed by {precondition.Act}: its {Words.Phrase(precondition.Column.Name)} is '"), Op(Operator.ToText, status),
                Constant("'."));
    }

    protected override IEnumerable<string> Rules(StatusIn precondition, ToolModel tool) =>
        [$"`{tool.Name}` is allowed only while the {Words.Phrase(precondition.Column.Name)} of the {Words.Phrase(precondition.Address.Table.Singular)} is {Spoken.Either(precondition.Allowed)}."];
}
