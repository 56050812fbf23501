using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses to delete what other rows need.</summary>
internal sealed class UnreferencedKind : PreconditionKind<Unreferenced>
{
    protected override IEnumerable<Statement> Check(Unreferenced precondition, ProgramScope scope) =>
        [Guard(precondition, Member(Var(precondition.Address.Role), precondition.Address.Table.Key.Name))];

    protected override IEnumerable<string> Rules(Unreferenced precondition, ToolModel tool) =>
    [
        $"`{tool.Name}` is refused while {Words.Phrase(precondition.User.Name)} refer to "
            + $"{(precondition.Address.All ? "one of the" : "the")} {Words.Phrase(precondition.Address.All ? precondition.Address.Table.Name : precondition.Address.Table.Singular)}.",
    ];

    /// <summary>The check for the row with a key.</summary>
    public static Guard Guard(Unreferenced precondition, Expression key) => new(
        Eq(new Aggregate(AggregateKind.Count, precondition.User.Name, "c", Eq(Member(Var("c"), precondition.Column.Name), key)), Constant(0)),
        ErrorCode.Conflict,
        Text(Constant($"{ProgramScope.Thing(precondition.Address.Table)} '"), Op(Operator.ToText, key),
            Constant($"' is still used by {Words.Phrase(precondition.User.Name)}.")));
}
