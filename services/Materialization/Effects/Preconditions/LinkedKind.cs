using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses to take what is not there.</summary>
internal sealed class LinkedKind : PreconditionKind<Linked>
{
    protected override IEnumerable<Statement> Check(Linked precondition, ProgramScope scope)
    {
        var value = ProgramScope.Value(precondition.Item);
        Expression[] message = [Constant($"{precondition.Item.Name} '"), Op(Operator.ToText, value), Constant("' is not linked.")];
        yield return precondition.Column.Type == ColumnType.Array
            ? NotFound(Op(Operator.Has, LinkProgram.Held(precondition.Column), value), message)
            : Precondition(ProgramScope.Equals(Member(Var(precondition.Address.Role), precondition.Column.Name), precondition.Column, precondition.Item),
                message);
    }

    protected override IEnumerable<string> Rules(Linked precondition, ToolModel tool)
    {
        var place = $"the {Words.Phrase(precondition.Column.Name)} of the {TermWords.Row(precondition.Address)}";
        yield return precondition.Column.Type == ColumnType.Array
            ? $"`{tool.Name}` needs {place} to hold `{precondition.Item.Name}`."
            : $"`{tool.Name}` needs {place} to be `{precondition.Item.Name}`.";
    }
}
