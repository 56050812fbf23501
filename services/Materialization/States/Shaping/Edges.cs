using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>
/// Puts rows at the edges of what the rules of a domain allow: each precondition that rows decide is met by some rows of the first state and
/// missed by some, which meet the others of their tool.
/// </summary>
internal static class Edges
{
    public static void Reach(InitialRows initial)
    {
        var taken = new HashSet<(string Table, int Row)>();
        foreach (var effect in initial.Model.Tools.Select(t => t.Effect).Where(e => e.Writes))
        {
            foreach (var compares in effect.Preconditions.OfType<Compares>())
            {
                Crowds.Reach(initial, compares);
                Reach(initial, effect, compares, taken);
            }
        }

        Stocks.Reach(initial);
    }

    private static void Reach(InitialRows initial, Effect effect, Compares compares, HashSet<(string Table, int Row)> taken)
    {
        foreach (var edge in CellEdge.Of(compares))
        {
            var rows = initial.Of(edge.Table.Name);
            if (rows.Count < 2 || rows.All(r => edge.Holds(r) is null))
            {
                continue;
            }

            foreach (var wanted in new[] { false, true }.Where(w => !rows.Any(r => edge.Holds(r) == w)))
            {
                Turn(initial, effect, edge, wanted, taken);
            }
        }
    }

    /// <summary>Changes the first row that meets the tool's other rules, or else the first that nothing was done to.</summary>
    private static void Turn(InitialRows initial, Effect effect, CellEdge edge, bool wanted, HashSet<(string Table, int Row)> taken)
    {
        var rows = initial.Of(edge.Table.Name);
        List<int> free = [.. Enumerable.Range(0, rows.Count).Where(i => i > 0 && !taken.Contains((edge.Table.Name, i)))];
        var others = effect.Preconditions.Where(p => p != edge.Rule).ToList();
        foreach (var index in free.Where(i => others.TrueForAll(p => Admits(p, edge.Subject, rows[i]))).Concat(free).Distinct())
        {
            if (edge.Values(rows[index], wanted).Where(v => InitialRows.Allows(edge.Column, v)).Cast<Value?>().FirstOrDefault() is { } value)
            {
                initial.Set(edge.Table, index, edge.Column, value);
                taken.Add((edge.Table.Name, index));
                return;
            }
        }
    }

    /// <summary>Whether another rule about the same row allows it, as far as the row tells.</summary>
    private static bool Admits(Precondition rule, string subject, ObjectValue row) => rule switch
    {
        StatusIn status when status.Address.Subject == subject => status.Allowed.Contains(row[status.Column.Name]),
        FlagIs flag when flag.Address.Subject == subject => row[flag.Column.Name] == flag.Value,
        Compares compares => CellEdge.Of(compares).Where(e => e.Subject == subject).All(e => e.Holds(row) != false),
        _ => true,
    };
}
