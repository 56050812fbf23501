using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>How a valid call becomes one that a precondition forbids.</summary>
/// <param name="Row">The row that the call is about instead, or null.</param>
/// <param name="Parameter">The parameter whose argument is replaced, or null.</param>
/// <param name="Value">The argument that takes its place; where it is null, one that names no row of <paramref name="Unknown"/>.</param>
/// <param name="Unknown">The table and column in which no row has the new argument.</param>
public sealed record Violation(ObjectValue? Row, ToolParameter? Parameter, Value Value, (string Table, string Column)? Unknown)
{
    public static Violation By(ObjectValue row) => new(row, null, Value.Null, null);

    public static Violation By(ToolParameter parameter, Value value) => new(null, parameter, value, null);

    public static Violation ByUnknown(ToolParameter parameter, string table, string column) => new(null, parameter, Value.Null, (table, column));
}
