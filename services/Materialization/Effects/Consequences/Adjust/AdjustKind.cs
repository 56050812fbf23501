using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Adds to or takes from a number of a row that a precondition has fetched. Its rule is that of the number's precondition.</summary>
internal sealed class AdjustKind : ConsequenceKind<Adjust>
{
    protected override IEnumerable<Statement> Do(Adjust consequence, Expression row, ProgramScope scope)
    {
        var (address, column) = (consequence.Address, consequence.Column.Name);
        var adjusted = Var(address.Role);
        yield return new Update(
            address.Table.Name,
            [Member(adjusted, address.Table.Key.Name)],
            [Set(column, Op(consequence.Sign < 0 ? Operator.Sub : Operator.Add, Member(adjusted, column), ProgramScope.Value(consequence.Amount)))],
            null);
    }

    protected override IEnumerable<string> Rules(Adjust consequence, ToolModel tool) => [];
}
