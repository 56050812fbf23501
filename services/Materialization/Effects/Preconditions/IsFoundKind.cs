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
        var effect = (QueryEffect)scope.Tool.Effect;
        if (precondition.Table.Name != effect.Table.Name)
        {
            var any = new Select(precondition.Table.Name, "r", ConditionWriter.All(precondition.Conditions, Var("r")), Limit: Constant(1));
            yield return NotFound(Op(Operator.Gt, Op(Operator.Count, any), Constant(0)), Constant($"No {Words.Phrase(precondition.Table.Singular)} matches."));
            yield break;
        }

        yield return new Let(ProgramScope.Row, QueryPrograms.First(effect));
        yield return NotFound(Present(Var(ProgramScope.Row)), Constant($"No {Words.Phrase(precondition.Table.Singular)} matches."));
    }

    protected override IEnumerable<string> Rules(IsFound precondition, ToolModel tool) =>
        [$"`{tool.Name}` is refused where no {Words.Phrase(precondition.Table.Singular)} matches."];
}
