using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses amounts that are not above zero.</summary>
internal sealed class PositiveKind : PreconditionKind<Positive>
{
    protected override IEnumerable<Statement> Check(Positive precondition, ProgramScope scope) =>
        [new Guard(Op(Operator.Gt, ProgramScope.Value(precondition.Amount), Constant(0)), ErrorCode.InvalidArguments,
            Constant($"{precondition.Amount.Name} must be greater than 0."))];

    protected override IEnumerable<string> Rules(Positive precondition, ToolModel tool) =>
        [$"`{tool.Name}` needs `{precondition.Amount.Name}` to be more than 0."];
}
