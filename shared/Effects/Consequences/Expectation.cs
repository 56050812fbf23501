using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What must have become of one row.</summary>
/// <param name="Row">The row as it was; of a row that is made, the columns that are known.</param>
public abstract record Expectation(TableModel Table, ObjectValue Row);

/// <summary>The row is gone.</summary>
public sealed record Gone(TableModel Table, ObjectValue Row) : Expectation(Table, Row);

/// <summary>A column of the row has a new value.</summary>
public sealed record Becomes(TableModel Table, ObjectValue Row, ColumnModel Column, Value Value) : Expectation(Table, Row);

/// <summary>A column of the row tells the session's clock.</summary>
public sealed record TellsTheClock(TableModel Table, ObjectValue Row, ColumnModel Column) : Expectation(Table, Row);

/// <summary>A number of the row has changed by an amount; several of these add up.</summary>
public sealed record Shifts(TableModel Table, ObjectValue Row, ColumnModel Column, double By) : Expectation(Table, Row);

/// <summary>A row was made that holds at least these values.</summary>
public sealed record Made(TableModel Table, ObjectValue Row) : Expectation(Table, Row);
