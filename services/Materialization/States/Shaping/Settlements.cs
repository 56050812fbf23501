using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>Brings rows into the shape that an invariant demands.</summary>
internal static class Settlements
{
    public static void Settle(InitialRows initial, Invariant invariant)
    {
        if (initial.Model.Table(invariant.Table) is not { } table)
        {
            return;
        }

        switch (invariant)
        {
            case NotNegative one:
                Each(initial, table, one, row => [(one.Column, Math.Abs(row[one.Column].AsNumber))]);
                break;
            case InOrder pair:
                Each(initial, table, pair, row => row[pair.Lower].IsNumber
                    ? [(pair.Lower, Below(row[pair.Lower], row[pair.Upper]))]
                    : [(pair.Lower, row[pair.Upper]), (pair.Upper, row[pair.Lower])]);
                break;
            case AddsUp sum:
                Each(initial, table, sum, row => [(sum.Taken, row[sum.Whole].AsNumber - row[sum.Left].AsNumber)]);
                break;
            case FlagTells flag:
                Each(initial, table, flag, row => Agreed(table, flag, row));
                break;
            case SetInStatus step:
                Each(initial, table, step, row => step.Among.Contains(row[step.Status]) ? [] : [(step.Column, Value.Null)]);
                break;
            case CountsDependents counts:
                var counted = counts.Counted.In(initial.State());
                All(initial, table, (row, _) => row[counts.Column].IsNumber ? [(counts.Column, counted[row[counts.Counted.Key]].Count())] : []);
                break;
            case SumsDependents sums:
                var summed = sums.Summed.In(initial.State());
                All(initial, table, (row, _) => row[sums.Column].IsNumber ? [(sums.Column, sums.Sum(summed[row[sums.Summed.Key]]))] : []);
                break;
        }
    }

    /// <summary>A part of a number: what is left of the value when the whole is taken away from it as often as it can be.</summary>
    private static Value Below(Value part, Value whole) =>
        whole.AsNumber < 0 ? whole : Math.Floor(Math.Abs(part.AsNumber) % (Math.Floor(whole.AsNumber) + 1));

    /// <summary>A mark follows what was counted or dated; where the mark alone tells, what it tells of is there or is not.</summary>
    private static IEnumerable<(string, Value)> Agreed(TableModel table, FlagTells flag, ObjectValue row)
    {
        var counts = table.Column(flag.Column)!.Numeric;
        return row[flag.Flag].IsTrue
            ? counts ? [(flag.Column, 1)] : [(flag.Flag, false)]
            : counts ? [(flag.Column, 0)] : [(flag.Column, Value.Null)];
    }

    private static void Each(
        InitialRows initial, TableModel table, RowInvariant invariant, Func<ObjectValue, IEnumerable<(string Column, Value Value)>> mended) =>
        All(initial, table, (row, _) => invariant.Holds(row) ? [] : mended(row));

    private static void All(InitialRows initial, TableModel table, Func<ObjectValue, int, IEnumerable<(string Column, Value Value)>> mended)
    {
        for (var i = 0; i < initial.Of(table.Name).Count; i++)
        {
            foreach (var (name, value) in mended(initial.Of(table.Name)[i], i).ToList())
            {
                initial.Set(table, i, table.Column(name)!, value);
            }
        }
    }
}
