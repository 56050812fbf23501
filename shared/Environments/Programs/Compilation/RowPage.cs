using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>The part of the found rows that a query asks for: after so many, at most so many.</summary>
internal readonly record struct RowPage(int Skip, int Take)
{
    /// <summary>The rows at some places of a list.</summary>
    public static Value[] Pick(RowList rows, ReadOnlySpan<int> places)
    {
        var picked = new Value[places.Length];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = rows.Rows[places[i]];
        }

        return picked;
    }

    /// <summary>The page in order of the sort keys, or of primary key where there are none.</summary>
    /// <param name="passed">The places of the rows that were found; not looked at where all were.</param>
    /// <param name="sorter">The order as computed keys of each row; null without an order.</param>
    /// <param name="order">The same order by columns, where it can be.</param>
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
