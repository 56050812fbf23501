using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>The guard and the policy sentence shared by the preconditions on one column of the addressed row: a status or a mark.</summary>
internal static class RowState
{
    public static Expression Of(ProgramScope scope, RowAddress address, ColumnModel column) => scope.Fetched.Cell(address, column);

    /// <param name="allowed">The condition on <see cref="Of"/> that must hold.</param>
    /// <param name="act">The tool's act in words, for the message.</param>
    public static Guard Required(ProgramScope scope, Expression allowed, RowAddress address, ColumnModel column, string act)
    {
        var state = Of(scope, address, column);
        return Precondition(
            scope.Fetched.IsPresent(address) ? allowed : Or(IsNull(scope.Fetched.Row(address)), allowed),
            Constant($"{ProgramScope.Thing(address.Table)} '"),
            Op(Operator.ToText, scope.Fetched.Cell(address, address.Table.Key)),
            Constant($"' cannot be changed by {act}: its {Words.Phrase(column.Name)} is '"),
            Op(Operator.ToText, state),
            Constant("'."));
    }

    /// <param name="values">The allowed values, as the policy names them.</param>
    public static string Rule(ToolModel tool, RowAddress address, ColumnModel column, string values) =>
        $"`{tool.Name}` is allowed only while the {Words.Phrase(column.Name)} of the {TermWords.Row(address)} is {values}.";
}
