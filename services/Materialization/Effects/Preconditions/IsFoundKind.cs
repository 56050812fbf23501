using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Fetches the row that a query tells, or fails with not_found.</summary>
internal sealed class IsFoundKind : PreconditionKind<IsFound>
{
    protected override IEnumerable<Statement> Check(IsFound precondition, ProgramScope scope)
    {
        yield return new Let(ProgramScope.Row, QueryPrograms.First((QueryEffect)scope.Tool.Effect));
        yield return NotFound(Present(Var(ProgramScope.Row)), Constant($"No {Words.Phrase(precondition.Table.Singular)} matches."));
    }

    protected override IEnumerable<string> Rules(IsFound precondition, ToolModel tool) =>
        [$"`{tool.Name}` is refused where no {Words.Phrase(precondition.Table.Singular)} matches."];
}
