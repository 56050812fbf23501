using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>
/// Gives rows what the steps of the rows that refer to them have made of them: the vehicle of a rental that is out is not available, that of one
/// that was returned is.
/// </summary>
internal static class Elsewhere
{
    public static void Shape(InitialRows initial)
    {
        var effects = initial.Model.Tools.Select(t => t.Effect).OfType<TableEffect>().Where(e => e is CreateEffect or TransitionEffect).ToList();
        foreach (var (table, reference, column) in effects.SelectMany(e => Assigned(e).Select(a => (e.Table, a.Reference, a.Assign.Column))).Distinct())
        {
            var values = Values([.. effects.Where(e => e.Table == table)], reference, column);
            if (values.Count > 0)
            {
                Shape(initial, table, reference, column, values);
            }
        }
    }

    /// <summary>What an effect sets in rows that its own row refers to.</summary>
    private static IEnumerable<(ColumnModel Reference, Assign Assign)> Assigned(TableEffect effect)
    {
        foreach (var assign in effect.Consequences.OfType<Assign>().Where(a => a is { Address.IsMain: false, Value: ConstantTerm { Value.IsNull: false } }))
        {
            var reference = assign.Address.Via is { From.IsMain: true } step ? step.Column
                : assign.Address.Key is { } key && effect is CreateEffect create
                    ? create.Scope.Concat(create.Assignments).FirstOrDefault(b => b.Parameter == key.Parameter)?.Column
                : null;
            if (reference?.References is not null)
            {
                yield return (reference, assign);
            }
        }
    }

    /// <summary>What the column holds by the status of the row that refers to it; a step that sets nothing leaves what was set before it.</summary>
    private static Dictionary<Value, Value> Values(List<TableEffect> effects, ColumnModel reference, ColumnModel column)
    {
        Value? Set(TableEffect effect) => Assigned(effect).Where(a => a.Reference == reference && a.Assign.Column == column)
            .Select(a => (Value?)((ConstantTerm)a.Assign.Value).Value).FirstOrDefault();
        var values = new Dictionary<Value, Value>();
        foreach (var create in effects.OfType<CreateEffect>())
        {
            if (Set(create) is { } value && create.Table.Status?.Born is FixedValue born)
            {
                values[born.Value] = value;
            }
        }

        var steps = effects.OfType<TransitionEffect>().Where(s => s.Changed == s.Table.Status).ToList();
        foreach (var step in steps)
        {
            if (Set(step) is { } value)
            {
                values[step.Target] = value;
            }
        }

        for (var round = 0; round < steps.Count; round++)
        {
            foreach (var step in steps.Where(s => !values.ContainsKey(s.Target)))
            {
                var from = step.Preconditions.OfType<StatusIn>().FirstOrDefault(p => p.Column == step.Changed)?.Allowed ?? [];
                if (from.Where(values.ContainsKey).Select(f => values[f]).Distinct().ToList() is [var inherited])
                {
                    values[step.Target] = inherited;
                }
            }
        }

        return values;
    }

    /// <summary>What only such a row can have made of it, a row to which none refers does not hold: nothing is on hire that nobody hires.</summary>
    private static void Begin(InitialRows initial, TableModel parents, ColumnModel column, TableModel table, Dictionary<Value, Value> values)
    {
        if (column.Enum is null || column.Born is not FixedValue { Value: var born })
        {
            return;
        }

        var others = initial.Model.Tools.Select(t => t.Effect).OfType<TableEffect>().Where(e => e.Table != table)
            .SelectMany(e => e is TransitionEffect step && step.Changed == column ? [step.Target]
                : e.Consequences.OfType<Assign>().Where(a => a.Column == column).Select(a => a.Value).OfType<ConstantTerm>().Select(c => c.Value)).ToHashSet();
        var held = values.Where(v => !SchemaInference.LifeCycles.IsFinal(v.Key) && v.Value != born && !others.Contains(v.Value)).Select(v => v.Value)
            .ToHashSet();
        for (var i = 0; i < initial.Of(parents.Name).Count; i++)
        {
            if (held.Contains(initial.Of(parents.Name)[i][column.Name]))
            {
                initial.Set(parents, i, column, born);
            }
        }
    }

    /// <summary>Sets the column for each row that refers to it; where several do, one that has not ended decides.</summary>
    private static void Shape(InitialRows initial, TableModel table, ColumnModel reference, ColumnModel column, Dictionary<Value, Value> values)
    {
        if (table.Status is not { } status || initial.Model.Table(reference.References!.Table) is not { } parents)
        {
            return;
        }

        Begin(initial, parents, column, table, values);
        var places = initial.Of(parents.Name).Index().ToDictionary(p => p.Item[reference.References.Column], p => p.Index);
        foreach (var row in initial.Of(table.Name).OrderBy(r => SchemaInference.LifeCycles.IsFinal(r[status.Name]) ? 0 : 1))
        {
            if (places.TryGetValue(row[reference.Name], out var at) && values.TryGetValue(row[status.Name], out var value))
            {
                initial.Set(parents, at, column, value);
            }
        }
    }
}
