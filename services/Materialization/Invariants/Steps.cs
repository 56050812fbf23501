using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Invariants;

/// <summary>Finds columns that only the steps of a life cycle fill: the day on which an employment ended, the reason of a refusal.</summary>
internal static class Steps
{
    public static IEnumerable<Invariant> Of(DomainModel model) => model.Tables.SelectMany(t => Of(model, t));

    private static IEnumerable<Invariant> Of(DomainModel model, TableModel table)
    {
        var writes = model.Tools.Select(t => t.Effect).OfType<TableEffect>().Where(e => e.Writes && e.Table == table).ToList();
        var steps = writes.OfType<TransitionEffect>().Where(s => s.Changed.Enum is not null && s.Target.IsString).ToList();
        if (steps.Count == 0 || steps.DistinctBy(s => s.Changed).Count() > 1)
        {
            yield break;
        }

        var status = steps[0].Changed;
        foreach (var column in table.Columns.Where(c => c is { Nullable: true, References: null, Enum: null } && c != table.Key && c != status))
        {
            var filling = steps.FindAll(s => Writers.Fills(s, column));
            if (filling.Count == 0 || writes.Exists(w => w is not TransitionEffect && Writers.Fills(w, column)))
            {
                continue;
            }

            var reached = filling.ConvertAll(s => s.Target).Distinct().ToList();
            var before = status.Enum!.Where(v => !reached.Contains(v) && reached.Exists(r => Leads(steps, v, r))).ToHashSet();
            IReadOnlyList<Value> among = [.. status.Enum!.Where(v => reached.Contains(v) || (!before.Contains(v) && reached.Exists(r => Leads(steps, r, v))))];
            yield return new SetInStatus(table.Name, column.Name, status.Name, among, among.Count == reached.Count && IsAlwaysFilled(steps, reached, column))
            {
                Basis = new Basis(Source.Schema, "Only a step fills the column."),
            };
        }
    }

    /// <summary>Whether every step to one of the statuses fills the column whatever the caller gives.</summary>
    private static bool IsAlwaysFilled(List<TransitionEffect> steps, List<Value> reached, ColumnModel column) =>
        steps.Where(s => reached.Contains(s.Target)).All(s => Writers.AlwaysFills(s, column));

    private static bool Leads(List<TransitionEffect> steps, Value from, Value to)
    {
        var (seen, open) = (new HashSet<Value> { from }, new Queue<Value>([from]));
        while (open.TryDequeue(out var at))
        {
            foreach (var next in steps.Where(s => Starts(s).Contains(at)).Select(s => s.Target).Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return from != to && seen.Contains(to);
    }

    private static IReadOnlyList<Value> Starts(TransitionEffect step) =>
        step.Preconditions.OfType<StatusIn>().FirstOrDefault(p => p.Column == step.Changed)?.Allowed ?? [];
}
