using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Conventions;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>Makes first rows whose columns tell about other rows agree with these: nothing is hired twice, no course holds more than it has room for.</summary>
internal static class DerivedRows
{
    /// <summary>Where a column names the one row that is open, no second one is: it is another thing's.</summary>
    public static void Part(InitialRows initial, IReadOnlyList<Invariant> invariants)
    {
        foreach (var pointer in invariants.OfType<IsDerived>().Select(i => i.Derivation).Where(d => d.Figure == DerivedFigure.Most && d.Of is not null))
        {
            if (initial.Model.Table(pointer.Rows.Table) is { } table && pointer.Of == table.Key.Name
                && pointer.Rows.Key == initial.Model.Table(pointer.Table)!.Key.Name)
            {
                Part(initial, table, pointer);
            }
        }
    }

    private static void Part(InitialRows initial, TableModel table, Derivation pointer)
    {
        var rows = initial.Of(table.Name);
        var taken = new HashSet<Value>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!pointer.Rows.Means(rows[i]) || taken.Add(rows[i][pointer.Rows.Refers]))
            {
                continue;
            }

            var open = rows.Where(pointer.Rows.Means).Select(r => r[pointer.Rows.Refers]).ToHashSet();
            var free = initial.Of(pointer.Table).Select(r => r[pointer.Rows.Key]).FirstOrDefault(k => !open.Contains(k) && !taken.Contains(k));
            if (free.IsNull)
            {
                return;
            }

            taken.Add(free);
            initial.Set(table, i, table.Column(pointer.Rows.Refers)!, free);
            Rename(initial, table, i);
        }
    }

    /// <summary>Gives a row the names of the rows to which it refers now.</summary>
    private static void Rename(InitialRows initial, TableModel table, int index)
    {
        foreach (var column in table.Columns)
        {
            var row = initial.Of(table.Name)[index];
            if (!row[column.Name].IsNull && RepeatedNames.Of(table, column, initial.Model.Table) is var (reference, name)
                && initial.Of(reference.References!.Table).FirstOrDefault(r => r[reference.References.Column] == row[reference.Name]) is { } other)
            {
                initial.Set(table, index, column, other[name.Name]);
            }
        }
    }

    public static void Settle(InitialRows initial, IReadOnlyList<Invariant> invariants)
    {
        foreach (var derivation in invariants.OfType<IsDerived>().Select(i => i.Derivation))
        {
            Fit(initial, derivation);
            Tell(initial, derivation);
        }
    }

    private static void Tell(InitialRows initial, Derivation derivation)
    {
        var table = initial.Model.Table(derivation.Table)!;
        foreach (var ((_, value), i) in derivation.In(initial.State(), Situation.Start).Select((d, i) => (d, i)).ToList())
        {
            initial.Set(table, Place(initial, table, i), table.Column(derivation.Column)!, value);
        }
    }

    /// <summary>No more is taken than there is room for, and of one thing exactly as much.</summary>
    private static void Fit(InitialRows initial, Derivation derivation)
    {
        if (derivation.Whole is not { } name)
        {
            return;
        }

        var table = initial.Model.Table(derivation.Table)!;
        var (whole, status, full) = (table.Column(name)!, Roles.Status(table), false);
        foreach (var ((row, left), i) in derivation.In(initial.State(), Situation.Start).Select((d, i) => (d, i)).ToList())
        {
            if (!left.IsNumber)
            {
                continue;
            }

            var taken = row[name].AsNumber - left.AsNumber;
            var standing = status is null || row[status.Name] == (status.LifeCycle?.Initial ?? status.Enum![0]);
            if (left.AsNumber < 0 || (!full && standing && taken > 0 && InitialRows.Allows(whole, taken)))
            {
                initial.Set(table, Place(initial, table, i), whole, taken);
                full |= standing;
            }
        }
    }

    /// <summary>The place of a row that stands at this place of the state.</summary>
    private static int Place(InitialRows initial, TableModel table, int at)
    {
        var row = initial.State().Rows(table.Name)[at];
        return initial.Of(table.Name).Index().First(r => r.Item[table.Key.Name] == row[table.Key.Name]).Index;
    }
}
