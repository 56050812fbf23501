using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What must have become of one row.</summary>
/// <param name="Row">The row as it was.</param>
public abstract record Expectation(TableModel Table, ObjectValue Row);

/// <summary>The row is gone.</summary>
public sealed record Gone(TableModel Table, ObjectValue Row) : Expectation(Table, Row);

/// <summary>A column of the row has a new value.</summary>
public sealed record Becomes(TableModel Table, ObjectValue Row, ColumnModel Column, Value Value) : Expectation(Table, Row);

/// <summary>A column of the row tells the session's clock.</summary>
public sealed record TellsTheClock(TableModel Table, ObjectValue Row, ColumnModel Column) : Expectation(Table, Row);
