using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses a call that leaves out what its row cannot be without.</summary>
internal sealed class AllGivenKind : PreconditionKind<AllGiven>
{
    protected override IEnumerable<Statement> Check(AllGiven precondition, ProgramScope scope) => precondition.Parameters.Select(p =>
        new Guard(Present(ProgramScope.Value(p)), ErrorCode.InvalidArguments, Constant($"{p.Name} is missing.")));

    protected override IEnumerable<string> Rules(AllGiven precondition, ToolModel tool) =>
        [$"`{tool.Name}` needs {string.Join(", ", precondition.Parameters.Select(p => p.Name))}, although its schema calls them optional."];
}
