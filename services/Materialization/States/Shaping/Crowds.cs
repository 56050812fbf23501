using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>Some things have as many rows that belong to them as they may have, and some have room.</summary>
internal static class Crowds
{
    /// <summary>More rows than this are not gathered for the sake of a limit.</summary>
    private const int Most = 6;

    public static void Reach(InitialRows initial, Compares compares)
    {
        if (compares.Comparison is not (Comparison.Less or Comparison.AtMost) || ChildrenOf(compares.Left) is not { } children
            || children.Of.Table.Name == children.Table.Name || initial.Of(children.Of.Table.Name).Count < 2)
        {
            return;
        }

        var key = children.Refers.References?.Column ?? children.Of.Table.Key.Name;
        var full = compares.Comparison == Comparison.Less ? 0 : 1;
        switch (compares.Right)
        {
            case CellTerm { Address: var of, Column: var capacity } when of.Subject == children.Of.Subject:
                Fill(initial, compares.Left, children, key, capacity);
                break;
            case ConstantTerm { Value: { IsInteger: true } most } when most.AsNumber + full is var needed and <= Most:
                Gather(initial, children, key, (int)needed);
                break;
        }
    }

    private static ChildRows? ChildrenOf(Term term) => term switch
    {
        CountTerm count => count.Children,
        SumOfTerm { Left: SumTerm sum } => sum.Children,
        _ => null,
    };

    /// <summary>Lets one row have no more room than is taken.</summary>
    private static void Fill(InitialRows initial, Term taken, ChildRows children, string key, ColumnModel capacity)
    {
        var parents = initial.Of(children.Of.Table.Name);
        double Taken(ObjectValue parent) => Open(initial, children, parent[key]).Sum(i => taken is SumOfTerm { Left: SumTerm sum }
            ? initial.Of(children.Table.Name)[i][sum.Column.Name] is { IsNumber: true } number ? number.AsNumber : 0
            : 1);
        if (parents.Any(p => p[capacity.Name].IsNumber && Taken(p) >= p[capacity.Name].AsNumber))
        {
            return;
        }

        var crowded = Enumerable.Range(0, parents.Count).MaxBy(i => Taken(parents[i]));
        if (Taken(parents[crowded]) is > 0 and var all)
        {
            initial.Set(children.Of.Table, crowded, capacity, all);
        }
    }

    /// <summary>Lets as many rows belong to one as may, or more.</summary>
    private static void Gather(InitialRows initial, ChildRows children, string key, int needed)
    {
        var parents = initial.Of(children.Of.Table.Name);
        var counts = parents.Select(p => Open(initial, children, p[key]).Count).ToList();
        if (counts.Exists(c => c >= needed) || children.Table.Unique.Any(u => u.Contains(children.Refers.Name)) || children.Refers == children.Table.Key)
        {
            return;
        }

        var crowded = Enumerable.Range(0, parents.Count).MaxBy(i => counts[i]);
        var others = Enumerable.Range(0, initial.Of(children.Table.Name).Count)
            .Where(i => initial.Of(children.Table.Name)[i] is var child && IsOpen(children, child) && child[children.Refers.Name] != parents[crowded][key])
            .ToList();
        if (counts[crowded] + others.Count > needed)
        {
            foreach (var child in others.Take(needed - counts[crowded]))
            {
                initial.Set(children.Table, child, children.Refers, parents[crowded][key]);
            }
        }
    }

    private static List<int> Open(InitialRows initial, ChildRows children, Value key) =>
        [.. initial.Of(children.Table.Name).Index().Where(r => r.Item[children.Refers.Name] == key && IsOpen(children, r.Item)).Select(r => r.Index)];

    private static bool IsOpen(ChildRows children, ObjectValue row) => children.Column is null || children.Among.Contains(row[children.Column.Name]);
}
