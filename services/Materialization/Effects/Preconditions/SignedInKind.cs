using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses a call while nobody is signed in.</summary>
internal sealed class SignedInKind : PreconditionKind<SignedIn>
{
    protected override IEnumerable<Statement> Check(SignedIn precondition, ProgramScope scope)
    {
        var held = Member(ProgramScope.First(precondition.Table, null), precondition.Column.Name);
        yield return Precondition(precondition.Column.Type == ColumnType.Boolean ? Eq(held, True) : Present(held), Constant("Nobody is signed in."));
    }

    protected override IEnumerable<string> Rules(SignedIn precondition, ToolModel tool) => [$"`{tool.Name}` is allowed only while somebody is signed in."];
}
