using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Holds a row to the mark that it must have, or must not.</summary>
internal sealed class FlagIsKind : PreconditionKind<FlagIs>
{
    protected override IEnumerable<Statement> Check(FlagIs precondition, ProgramScope scope)
    {
        var status = Member(Var(precondition.Address.Role), precondition.Column.Name);
        yield return Precondition(
            Eq(status, Constant(precondition.Value)),
            Constant($"{ProgramScope.Thing(precondition.Address.Table)} '"),
                Op(Operator.ToText, Member(Var(ProgramScope.Row), precondition.Address.Table.Key.Name)),
            Constant($"' cannot be changed by {precondition.Act}: its {Words.Phrase(precondition.Column.Name)} is '"), Op(Operator.ToText, status),
                Constant("'."));
    }

    protected override IEnumerable<string> Rules(FlagIs precondition, ToolModel tool) =>
        [$"`{tool.Name}` is allowed only while the {Words.Phrase(precondition.Column.Name)} of the {Words.Phrase(precondition.Address.Table.Singular)} is {Spoken.One(precondition.Value)}."];
}
