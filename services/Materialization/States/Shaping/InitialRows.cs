using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>The rows of a first state while they are brought into shape. A value is changed only to one that its column may hold.</summary>
internal sealed class InitialRows(DomainModel model, IReadOnlyDictionary<string, List<ObjectValue>> rows)
{
    public DomainModel Model => model;

    public IReadOnlyList<ObjectValue> Of(string table) => rows.TryGetValue(table, out var found) ? found : [];

    public DatabaseState State() => DatabaseState.From(rows.OrderBy(r => r.Key, StringComparer.Ordinal)
        .Select(r => KeyValuePair.Create(r.Key, (IReadOnlyList<ObjectValue>)r.Value)));

    /// <summary>Sets a column of a row where its schema allows the value.</summary>
    public void Set(TableModel table, int index, ColumnModel column, Value value)
    {
        if (Allows(column, value))
        {
            rows[table.Name][index] = rows[table.Name][index].With(column.Name, value);
        }
    }

    /// <summary>Whether a column may hold a value by its own schemas.</summary>
    public static bool Allows(ColumnModel column, Value value)
    {
        if (value.IsNull)
        {
            return column.Nullable;
        }

        if (column.Enum is { } allowed && !allowed.Contains(value))
        {
            return false;
        }

        return column.Type switch
        {
            ColumnType.Integer => value.IsInteger && Within(column, value.AsNumber),
            ColumnType.Number => value.IsNumber && Within(column, value.AsNumber),
            ColumnType.Boolean => value.IsBoolean,
            ColumnType.String or ColumnType.Date or ColumnType.Datetime => value.IsString,
            _ => true,
        };
    }

    private static bool Within(ColumnModel column, double number) =>
        column.Schemas.Prepend(column.Node).All(n => n is null || ((n.Minimum ?? number) <= number && number <= (n.Maximum ?? number)));
}
