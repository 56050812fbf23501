using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Conventions;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>
/// Makes room for what the first rows have taken: no more is left of a whole than the rows that are still open leave of it, so that giving
/// everything back never gives more than there was.
/// </summary>
internal static class RoomLeft
{
    public static void Leave(InitialRows initial, IReadOnlyList<Invariant> invariants)
    {
        foreach (var (create, adjust) in initial.Model.Tools.Select(t => t.Effect).OfType<CreateEffect>()
            .SelectMany(e => e.Consequences.OfType<Adjust>().Where(a => a is { Sign: < 0, Address.Key: not null }).Select(a => (e, a))))
        {
            var (stock, table) = (adjust.Column, adjust.Address.Table);
            if (invariants.OfType<InOrder>().FirstOrDefault(i => i.Table == table.Name && i.Lower == stock.Name) is not { } bound
                || create.Scope.Concat(create.Assignments).FirstOrDefault(b => b.Parameter == adjust.Address.Key!.Parameter)
                    is not { Column.References: not null } link)
            {
                continue;
            }

            var open = Roles.Open(new ChildRows(create.Table, link.Column, adjust.Address));
            var taken = initial.Of(create.Table.Name).Where(r => open.Column is null || open.Among.Contains(r[open.Column.Name]))
                .GroupBy(r => r[link.Column.Name]).ToDictionary(g => g.Key, g => g.Sum(r => Amount(create, adjust, r)));
            Leave(initial, table, stock, table.Column(bound.Upper)!, link.Column.References!.Column, taken);
        }
    }

    private static void Leave(InitialRows initial, TableModel table, ColumnModel stock, ColumnModel whole, string key, Dictionary<Value, double> taken)
    {
        for (var i = 0; i < initial.Of(table.Name).Count; i++)
        {
            var row = initial.Of(table.Name)[i];
            var gone = taken.GetValueOrDefault(row[key]);
            if (!row[stock.Name].IsNumber || !row[whole.Name].IsNumber || row[stock.Name].AsNumber + gone <= row[whole.Name].AsNumber)
            {
                continue;
            }

            if (gone > row[whole.Name].AsNumber)
            {
                initial.Set(table, i, whole, gone);
            }

            initial.Set(table, i, stock, Math.Max(0, initial.Of(table.Name)[i][whole.Name].AsNumber - gone));
        }
    }

    private static double Amount(CreateEffect create, Adjust adjust, ObjectValue row) => adjust.Amount switch
    {
        ConstantTerm { Value: { IsNumber: true } number } => number.AsNumber,
        ArgumentTerm given when create.Assignments.FirstOrDefault(a => a.Parameter == given.Parameter) is { } bound && row[bound.Column.Name].IsNumber =>
            row[bound.Column.Name].AsNumber,
        _ => 0,
    };
}
