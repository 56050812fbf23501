using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses a call that leaves out what its row cannot be without.</summary>
internal sealed class AllGivenKind : PreconditionKind<AllGiven>
{
    protected override IEnumerable<Statement> Check(AllGiven precondition, ProgramScope scope) =>
        precondition.Parameters.Select(p => new Guard(IsGiven(p), ErrorCode.InvalidArguments, Constant($"{p.Name} is missing.")));

    protected override IEnumerable<string> Rules(AllGiven precondition, ToolModel tool) =>
        [$"`{tool.Name}` needs {string.Join(", ", precondition.Parameters.Select(p => p.Name))}, although its schema calls them optional."];

    private static Expression IsGiven(ToolParameter parameter)
    {
        var value = ProgramScope.Value(parameter);
        return parameter.Node.Kind is NodeKind.String or NodeKind.Any ? And([Present(value), Op(Operator.Ne, value, Constant(""))]) : Present(value);
    }
}
