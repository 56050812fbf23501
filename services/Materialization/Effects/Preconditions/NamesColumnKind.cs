using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses the name of a column that the call may not change.</summary>
internal sealed class NamesColumnKind : PreconditionKind<NamesColumn>
{
    protected override IEnumerable<Statement> Check(NamesColumn precondition, ProgramScope scope)
    {
        var (choice, names) = (precondition.Choice, precondition.Choice.Columns.Select(c => c.Name));
        yield return new Guard(Op(Operator.Has, Constant(Value.From(names.Select(n => Value.From(n)))), ProgramScope.Value(choice.Name)),
            ErrorCode.InvalidArguments, Constant($"{choice.Name.Name} must be one of {string.Join(", ", names)}."));
    }

    protected override IEnumerable<string> Rules(NamesColumn precondition, ToolModel tool) =>
        [$"`{tool.Name}` changes one of {string.Join(", ", precondition.Choice.Columns.Select(c => c.Name))}, which `{precondition.Choice.Name.Name}` names."];
}
