using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The rows of a child table go with their parent.</summary>
/// <param name="Column">The column of the child that refers to the parent.</param>
/// <param name="Below">What becomes of the rows below the children.</param>
public sealed record DeleteDependents(TableModel Parent, TableModel Child, ColumnModel Column, IReadOnlyList<Consequence> Below) : Consequence
{
    public override IEnumerable<Expectation> Expect(Situation before, IReadOnlyList<ObjectValue> rows)
    {
        var keys = rows.Select(r => r[Parent.Key.Name]).ToHashSet();
        var children = before.Rows(Child.Name).Where(r => keys.Contains(r[Column.Name])).ToList();
        return children.Select(c => (Expectation)new Gone(Child, c)).Concat(Below.SelectMany(b => b.Expect(before, children)));
    }
}
