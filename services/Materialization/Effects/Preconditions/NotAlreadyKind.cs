using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses what the list of a row holds already.</summary>
internal sealed class NotAlreadyKind : PreconditionKind<NotAlready>
{
    protected override IEnumerable<Statement> Check(NotAlready precondition, ProgramScope scope)
    {
        var value = ProgramScope.Value(precondition.Item);
        yield return new Guard(
            Not(Op(Operator.Has, LinkProgram.Held(precondition.Column), value)),
            ErrorCode.Conflict,
            Text(Constant($"{precondition.Item.Name} '"), Op(Operator.ToText, value), Constant("' is linked already.")));
    }

    protected override IEnumerable<string> Rules(NotAlready precondition, ToolModel tool) =>
    [
        $"`{tool.Name}` is refused where the {Words.Phrase(precondition.Column.Name)} of the {TermWords.Row(precondition.Address)} "
            + $"hold `{precondition.Item.Name}` already.",
    ];
}
