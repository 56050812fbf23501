using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>Some things that can be had are sold out, and some are almost.</summary>
internal static class Stocks
{
    private const int FirstSoldOut = 2;

    public static void Reach(InitialRows initial)
    {
        foreach (var table in initial.Model.Tables.Where(t => initial.Of(t.Name).Count > FirstSoldOut))
        {
            var (stocks, taken) = (With(table, ColumnRole.Stock), With(table, ColumnRole.Taken));
            foreach (var stock in stocks)
            {
                var scarce = Standing(initial, table).Take(2).ToList();
                foreach (var (row, left) in scarce.Zip([0, 1]))
                {
                    initial.Set(table, row, stock, left);
                }
            }

            if (stocks.Count == 0 && taken is [var only] && Roles.Find(table, ColumnRole.Capacity) is { } capacity
                && Standing(initial, table).ToList() is [var full, ..])
            {
                initial.Set(table, full, only, initial.Of(table.Name)[full][capacity.Name]);
            }
        }
    }

    /// <summary>Of what rows were made to look like, something is still sold out.</summary>
    public static void Keep(InitialRows initial)
    {
        foreach (var table in initial.Model.Tables.Where(t => initial.Of(t.Name).Count > FirstSoldOut))
        {
            foreach (var stock in With(table, ColumnRole.Stock).Where(s => initial.Of(table.Name).All(r => r[s.Name].IsNumber && r[s.Name].AsNumber > 0)))
            {
                initial.Set(table, Standing(initial, table).First(), stock, 0);
            }
        }
    }

    /// <summary>The rows that nothing else speaks against, from the third on; the third where there are none.</summary>
    private static IEnumerable<int> Standing(InitialRows initial, TableModel table)
    {
        var rows = initial.Of(table.Name);
        var first = Roles.Status(table) is { Enum: [var initially, ..] } status
            ? (status.LifeCycle?.Initial ?? initially, status.Name)
            : default((Value, string)?);
        return Enumerable.Range(FirstSoldOut, rows.Count - FirstSoldOut)
            .Where(i => (first is not var (value, name) || rows[i][name] == value)
                && table.Columns.All(c => c.Type != ColumnType.Boolean || c.Words[^1] is not ("available" or "active" or "enabled") || rows[i][c.Name].IsTrue))
            .DefaultIfEmpty(FirstSoldOut);
    }

    private static List<ColumnModel> With(TableModel table, ColumnRole role) =>
        [.. table.Columns.Where(c => c.Numeric && c.Enum is null && Roles.Of(table, c) == role)];
}
