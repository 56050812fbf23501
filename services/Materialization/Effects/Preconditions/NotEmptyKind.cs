using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses a list without entries.</summary>
internal sealed class NotEmptyKind : PreconditionKind<NotEmpty>
{
    protected override IEnumerable<Statement> Check(NotEmpty precondition, ProgramScope scope) =>
        [new Guard(Op(Operator.Gt, Op(Operator.Count, ProgramScope.Value(precondition.Entries)), Constant(0)), ErrorCode.InvalidArguments,
            Constant($"{precondition.Entries.Name} must not be empty."))];

    protected override IEnumerable<string> Rules(NotEmpty precondition, ToolModel tool) =>
        [$"`{tool.Name}` needs at least 1 entry in `{precondition.Entries.Name}`."];
}
