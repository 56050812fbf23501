using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Rows that merely refer to what is deleted forget it.</summary>
/// <param name="Column">The column that refers to it and may be null.</param>
public sealed record ClearReferences(TableModel Parent, TableModel Child, ColumnModel Column) : Consequence
{
    public override IEnumerable<Expectation> Expect(Situation before, IReadOnlyList<ObjectValue> rows)
    {
        var keys = rows.Select(r => r[Parent.Key.Name]).ToHashSet();
        return before.Rows(Child.Name).Where(r => keys.Contains(r[Column.Name])).Select(r => new Becomes(Child, r, Column, Value.Null));
    }
}
