using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;

namespace AgentScaler.Materialization.States;

/// <summary>Keeps what is left of a thing, and what is taken, within what there is room for; some things are sold out.</summary>
internal static class RowBounds
{
    private const int SoldOutEvery = 10;
    private const int FirstSoldOut = 2;

    /// <param name="index">The place of the row in its table: the third row is sold out, and every tenth after it.</param>
    public static ObjectValue Settle(TableModel table, ObjectValue row, int index)
    {
        if (Only(table, ColumnRole.Capacity) is not { } capacity || !row[capacity.Name].IsNumber || row[capacity.Name].AsNumber < 0)
        {
            return row;
        }

        var room = row[capacity.Name];
        var stock = Bounded(table, row, ColumnRole.Stock, capacity);
        var taken = Bounded(table, row, ColumnRole.Taken, capacity);
        if (index % SoldOutEvery == FirstSoldOut)
        {
            row = stock is null ? row : row.With(stock.Name, 0);
            return taken is null ? row : row.With(taken.Name, room);
        }

        row = stock is null ? row : row.With(stock.Name, Within(row[stock.Name], room));
        row = taken is null ? row : row.With(taken.Name, Within(row[taken.Name], room));
        return stock is null || taken is null ? row : row.With(taken.Name, room.AsNumber - row[stock.Name].AsNumber);
    }

    /// <summary>The value, or what is left of it when the room is taken away from it as often as it can be.</summary>
    private static Value Within(Value value, Value room) =>
        value.AsNumber >= 0 && value.AsNumber <= room.AsNumber ? value : Math.Floor(Math.Abs(value.AsNumber) % (Math.Floor(room.AsNumber) + 1));

    /// <summary>The column of a role that counts what the capacity counts, and that may hold any number from none to all.</summary>
    private static ColumnModel? Bounded(TableModel table, ObjectValue row, ColumnRole role, ColumnModel capacity) =>
        Only(table, role) is { } column && row[column.Name].IsNumber && ColumnRoles.Takes(capacity.Name, column.Name)
            && (column.Type == ColumnType.Number || row[capacity.Name].IsInteger)
            && column.Node is not { Minimum: > 0 } and not { Maximum: not null }
            ? column
            : null;

    /// <summary>The column with a role, where one alone has it and the rows are free to hold any number in it.</summary>
    private static ColumnModel? Only(TableModel table, ColumnRole role) =>
        table.Columns.Where(c => c.Numeric && Roles.Of(table, c) == role).Take(2).ToList() is [{ Enum: null, References: null } only] && only != table.Key
            ? only
            : null;
}
