using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A column that an argument names, and the argument that becomes its value: <c>update_task(id, field, new_value)</c>.</summary>
/// <param name="Columns">The columns that may be named.</param>
public sealed record ColumnChoice(ToolParameter Name, ToolParameter Value, IReadOnlyList<ColumnModel> Columns)
{
    /// <summary>What the call gives a column; null where it names another one.</summary>
    public Value Given(Situation situation, ColumnModel column) =>
        Columns.Contains(column) && situation.Given(Name) == column.Name ? situation.Given(Value) : Environments.Values.Value.Null;
}
