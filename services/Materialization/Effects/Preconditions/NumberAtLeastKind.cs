using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Holds an amount to what there is.</summary>
internal sealed class NumberAtLeastKind : PreconditionKind<NumberAtLeast>
{
    protected override IEnumerable<Statement> Check(NumberAtLeast precondition, ProgramScope scope) =>
    [
        Precondition(
            Op(Operator.Ge, Member(Var(precondition.Address.Role), precondition.Column.Name), ProgramScope.Value(precondition.Amount)),
            Constant($"The {Words.Phrase(precondition.Column.Name)} of {Words.Phrase(precondition.Address.Table.Singular)} '"),
            Op(Operator.ToText, ProgramScope.Value(precondition.Address.Key!.Parameter)), Constant("' is too low.")),
    ];

    protected override IEnumerable<string> Rules(NumberAtLeast precondition, ToolModel tool) =>
        [$"`{tool.Name}` is refused where the {Words.Phrase(precondition.Column.Name)} of the {precondition.Address.Role} is lower than `{precondition.Amount.Name}`{Both(tool)}."];

    private static string Both(ToolModel tool) =>
        tool.Effect.Preconditions.OfType<Different>().FirstOrDefault() is { } two ? $", and where {two.One.Role} and {two.Other.Role} are the same" : "";
}
