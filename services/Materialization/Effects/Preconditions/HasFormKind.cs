using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses a text that is not written in the form which the documentation states.</summary>
internal sealed class HasFormKind : PreconditionKind<HasForm>
{
    protected override IEnumerable<Statement> Check(HasForm precondition, ProgramScope scope)
    {
        var parameter = precondition.Parameter;
        var written = Op(Operator.Matches, ProgramScope.Value(parameter), Constant(precondition.Pattern));
        yield return new Guard(FetchedRows.Always(parameter) ? written : Or(IsNull(ProgramScope.Value(parameter)), written), ErrorCode.InvalidArguments,
            Constant($"{parameter.Name} must have the form {precondition.Form}."));
    }

    protected override IEnumerable<string> Rules(HasForm precondition, ToolModel tool) =>
        [$"`{tool.Name}` needs `{precondition.Parameter.Name}` to have the form {precondition.Form}."];
}
