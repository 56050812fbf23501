using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>The page of a query: the rows to skip and the rows to take.</summary>
internal readonly record struct RowPage(int Skip, int Take)
{
    /// <summary>Returns the rows at some positions of a list.</summary>
    public static Value[] Pick(RowList rows, ReadOnlySpan<int> places)
    {
        var picked = new Value[places.Length];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = rows.Rows[places[i]];
        }

        return picked;
    }

    /// <summary>Returns the page in order of the sort keys, or of primary key without sort keys.</summary>
    /// <param name="passed">The positions of the rows that were found; ignored if all were.</param>
    /// <param name="sorter">The order by computed keys of each row; null without an order.</param>
    /// <param name="order">The same order by columns; null if it cannot be expressed so.</param>
    public Value[] Of(Frame frame, RowList rows, ReadOnlySpan<int> passed, bool all, RowOrder? order, Sorter? sorter)
    {
        var count = all ? rows.Count : passed.Length;
        if (sorter is not null && count > 0)
        {
            if (order?.Columns(frame, rows) is not { } columns)
            {
                var sorted = all ? [.. rows.Rows] : Pick(rows, passed);
                sorter.Sort(frame, sorted);
                return Cut(sorted);
            }

            if (columns.Count > 0)
            {
                return Pick(rows, order.Page(frame, rows, passed, all, columns, Skip, Take));
            }
        }

        if (!all)
        {
            var from = Math.Min(Skip, count);
            return Pick(rows, passed.Slice(from, Math.Min(Take, count - from)));
        }

        return Cut(rows.Rows);
    }

    private Value[] Cut(Value[] rows)
    {
        if (Skip == 0 && Take >= rows.Length)
        {
            return rows;
        }

        var from = Math.Min(Skip, rows.Length);
        return rows.AsSpan(from, Math.Min(Take, rows.Length - from)).ToArray();
    }
}
