using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// Sorts rows by columns if the columns are known before any row is read: a single column, or a choice between columns and constants that depends on
/// arguments alone, like sort parameters. Rows of the initial table compare by their ranks, which are computed once for all sessions. A page takes time
/// for its own rows only.
/// </summary>
internal sealed class RowOrder
{
    /// <summary>Up to this number of wanted rows, one pass keeps the least ones in order. Beyond it all rows are sorted.</summary>
    private const int ShortPage = 64;

    private readonly (Choice Choice, bool Descending)[] _keys;
    private readonly int _table;

    private RowOrder(int table, (Choice, bool)[] keys) => (_table, _keys) = (table, keys);

    /// <summary>Null if the order needs computed keys of each row.</summary>
    public static RowOrder? Of(IReadOnlyList<OrderKey>? order, string row, TableRules table, ExpressionCompiler expressions)
    {
        if (order is not { Count: > 0 })
        {
            return null;
        }

        var keys = new (Choice, bool)[order.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            if (ChoiceOf(order[i].By, row, table, expressions) is not { } choice)
            {
                return null;
            }

            keys[i] = (choice, order[i].Descending);
        }

        return new RowOrder(table.Index, keys);
    }

    /// <summary>The columns by which a call sorts; null if keys take steps, which each row must then pay.</summary>
    public List<SortColumn>? Columns(Frame frame, RowList rows)
    {
        var columns = new List<SortColumn>(_keys.Length);
        var left = frame.Meter.Left;
        foreach (var (choice, descending) in _keys)
        {
            var chosen = choice;
            while (chosen.Condition is { } condition)
            {
                chosen = condition(frame) ? chosen.Then! : chosen.Else!;
            }

            if (chosen.Column < 0)
            {
                continue;
            }

            var order = frame.Tables.Initial(_table).Order(chosen.Column);
            if (!order.Plain || !WrittenArePlain(rows, chosen.Name))
            {
                return null;
            }

            columns.Add(new SortColumn(order, chosen.Name, descending));
        }

        if (frame.Meter.Left == left)
        {
            return columns;
        }

        frame.Meter.Left = left;
        return null;
    }

    /// <summary>Whether no row that the session wrote has a key that takes steps.</summary>
    private static bool WrittenArePlain(RowList rows, string column)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows.Places[i] < 0 && !Sorter.IsPlain(rows.Rows[i][column]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns the positions of a page of rows, in order.</summary>
    /// <param name="passed">The positions to sort; null for all rows.</param>
    public int[] Page(Frame frame, RowList rows, ReadOnlySpan<int> passed, bool all, List<SortColumn> columns, int skip, int take)
    {
        var initial = frame.Tables.Initial(_table);
        if (all && columns.Count == 1 && ReferenceEquals(rows.Places, initial.All.Places))
        {
            return columns[0].Order.Page(skip, take, columns[0].Descending);
        }

        var count = all ? rows.Count : passed.Length;
        var wanted = (int)Math.Min((long)skip + take, count);
        if (columns.Count == 1 && Keys(rows, all ? default : passed, count, columns[0]) is { } keys)
        {
            return Page(keys, skip, wanted);
        }

        var comparer = new Comparer(rows, columns);
        if (wanted <= ShortPage)
        {
            return Least(count, all ? default : passed, wanted, comparer)[Math.Min(skip, wanted)..];
        }

        int[] places = all ? [.. Enumerable.Range(0, count)] : passed.ToArray();
        Array.Sort(places, comparer);
        return places[Math.Min(skip, wanted)..wanted];
    }

    /// <summary>Combines each row's rank and position in one number. Returns null if the session wrote one of the rows.</summary>
    private static long[]? Keys(RowList rows, ReadOnlySpan<int> passed, int count, SortColumn column)
    {
        var keys = new long[count];
        for (var i = 0; i < count; i++)
        {
            var place = passed.IsEmpty ? i : passed[i];
            var initial = rows.Places[place];
            if (initial < 0)
            {
                return null;
            }

            var rank = column.Order.Ranks[initial];
            keys[i] = ((long)(column.Descending ? -rank : rank) << 32) | (uint)place;
        }

        return keys;
    }

    private static int[] Page(long[] keys, int skip, int wanted)
    {
        if (wanted > ShortPage)
        {
            Array.Sort(keys);
        }
        else
        {
            var least = new long[wanted];
            var count = 0;
            foreach (var key in keys)
            {
                if (count == wanted && (wanted == 0 || key > least[^1]))
                {
                    continue;
                }

                var at = ~least.AsSpan(0, count).BinarySearch(key);
                count = Math.Min(count + 1, wanted);
                least.AsSpan(at, count - 1 - at).CopyTo(least.AsSpan(at + 1));
                least[at] = key;
            }

            keys = least;
        }

        var from = Math.Min(skip, wanted);
        return Array.ConvertAll(keys[from..wanted], key => (int)(uint)key);
    }

    /// <summary>Finds the least rows in order in one pass over all rows.</summary>
    private static int[] Least(int all, ReadOnlySpan<int> passed, int wanted, Comparer comparer)
    {
        var least = new int[wanted];
        var count = 0;
        for (var i = 0; i < all; i++)
        {
            var place = passed.IsEmpty ? i : passed[i];
            if (count == wanted && (wanted == 0 || comparer.Compare(place, least[^1]) > 0))
            {
                continue;
            }

            var at = count < wanted ? count++ : wanted - 1;
            for (; at > 0 && comparer.Compare(place, least[at - 1]) < 0; at--)
            {
                least[at] = least[at - 1];
            }

            least[at] = place;
        }

        return least;
    }

    private static Choice? ChoiceOf(Expression by, string row, TableRules table, ExpressionCompiler expressions)
    {
        switch (by)
        {
            case Literal { Value: { IsArray: false, IsObject: false } }:
                return new Choice(-1, "", null, null, null);
            case Field { Target: Variable target } field when target.Name == row && table.ColumnIndex(field.Name) is >= 0 and var column:
                return table.Columns[column].Indexed ? new Choice(column, field.Name, null, null, null) : null;
            case Conditional choice when !ExpressionNodes.Mentions(choice.Condition, row):
                var (then, otherwise) = (ChoiceOf(choice.Then, row, table, expressions), ChoiceOf(choice.Else, row, table, expressions));
                return then is null || otherwise is null ? null : new Choice(-1, "", expressions.Test(choice.Condition), then, otherwise);
            default:
                return null;
        }
    }

    /// <summary>A column (a constant where it is -1), or one of two choices.</summary>
    private sealed record Choice(int Column, string Name, Test? Condition, Choice? Then, Choice? Else);

    private sealed class Comparer(RowList rows, List<SortColumn> columns) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var (a, b) = (rows.Places[x], rows.Places[y]);
            foreach (var column in columns)
            {
                var order = a >= 0 && b >= 0
                    ? column.Order.Ranks[a].CompareTo(column.Order.Ranks[b])
                    : ValueOrder.Compare(rows.Rows[x][column.Name], rows.Rows[y][column.Name]);
                if (order != 0)
                {
                    return column.Descending ? -order : order;
                }
            }

            return x.CompareTo(y);
        }
    }
}
