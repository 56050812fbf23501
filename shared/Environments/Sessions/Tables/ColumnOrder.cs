using AgentScaler.Environments.Programs.Compilation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>The rows of an initial table in the order of one column's values.</summary>
internal sealed class ColumnOrder
{
    private readonly int[] _places;

    public ColumnOrder(Value[] rows, string column)
    {
        var values = Array.ConvertAll(rows, row => row[column]);
        Plain = Array.TrueForAll(values, Sorter.IsPlain);
        _places = [.. Enumerable.Range(0, rows.Length)];
        Array.Sort(_places, (a, b) => ValueOrder.Compare(values[a], values[b]) is var order && order != 0 ? order : a.CompareTo(b));
        Ranks = new int[rows.Length];
        for (var i = 1; i < _places.Length; i++)
        {
            var (before, place) = (_places[i - 1], _places[i]);
            Ranks[place] = Ranks[before] + (ValueOrder.Compare(values[before], values[place]) == 0 ? 0 : 1);
        }
    }

    /// <summary>For each position, the number of lesser values in the column.</summary>
    public int[] Ranks { get; }

    /// <summary>Whether sorting by the column takes no steps.</summary>
    public bool Plain { get; }

    /// <summary>Returns the positions of a page of rows, with equal values in order of primary key.</summary>
    public int[] Page(int skip, int take, bool descending)
    {
        var count = (int)Math.Clamp((long)_places.Length - skip, 0, take);
        if (!descending)
        {
            return _places.AsSpan(Math.Min(skip, _places.Length), count).ToArray();
        }

        var page = new int[count];
        var at = 0;
        var end = _places.Length;
        while (at < count)
        {
            var start = end - 1;
            while (start > 0 && Ranks[_places[start - 1]] == Ranks[_places[end - 1]])
            {
                start--;
            }

            for (var i = start; i < end && at < count; i++)
            {
                if (skip > 0)
                {
                    skip--;
                }
                else
                {
                    page[at++] = _places[i];
                }
            }

            end = start;
        }

        return page;
    }
}
