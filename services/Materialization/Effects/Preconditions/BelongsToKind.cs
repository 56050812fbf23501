using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses the row of another owner.</summary>
internal sealed class BelongsToKind : PreconditionKind<BelongsTo>
{
    protected override IEnumerable<Statement> Check(BelongsTo precondition, ProgramScope scope)
    {
        var address = precondition.Address;
        var row = Var(address.Role);
        var own = address.Scope.Where(s => s.Column != address.Key!.Column).Select(s => ProgramScope.Equals(Member(row, s.Column.Name), s.Column, s.Parameter))
            .ToList();
        yield return new Guard(
            Or(IsNull(row), And([.. own])),
            ErrorCode.Conflict,
            Text(Constant($"{ProgramScope.Thing(address.Table)} '"), Op(Operator.ToText, ProgramScope.Value(address.Key!.Parameter)),
                Constant("' belongs to another owner.")));
    }

    protected override IEnumerable<string> Rules(BelongsTo precondition, ToolModel tool) =>
        [$"`{tool.Name}` is refused where the {TermWords.Row(precondition.Address)} is there already and {OwnerRules.Other(precondition.Address)}."];
}
