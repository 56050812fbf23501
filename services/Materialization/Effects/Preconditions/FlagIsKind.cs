using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Holds a row to the mark that it must have, or must not.</summary>
internal sealed class FlagIsKind : PreconditionKind<FlagIs>
{
    protected override IEnumerable<Statement> Check(FlagIs precondition, ProgramScope scope)
    {
        var (address, column) = (precondition.Address, precondition.Column);
        yield return RowState.Required(scope, Eq(RowState.Of(scope, address, column), Constant(precondition.Value)), address, column, precondition.Act);
    }

    protected override IEnumerable<string> Rules(FlagIs precondition, ToolModel tool) =>
        [RowState.Rule(tool, precondition.Address, precondition.Column, Spoken.One(precondition.Value))];
}
