using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>
/// Makes a world of rows that were drawn one by one: they look as though the domain's own tools had made them, some of them stand at the edge
/// of what its rules allow, and what holds in every state holds in the first.
/// </summary>
internal static class StateShaper
{
    public static void Shape(DomainModel model, IReadOnlyDictionary<string, List<ObjectValue>> rows)
    {
        var initial = new InitialRows(model, rows);
        IReadOnlyList<Invariant> wanted = [.. model.Invariants, .. model.Tendencies];
        Settle(initial, wanted.OfType<RowInvariant>());
        DerivedRows.Part(initial, wanted);
        Edges.Reach(initial);
        AsMade.Shape(initial);
        Elsewhere.Shape(initial);
        Stocks.Keep(initial);
        RoomLeft.Leave(initial, wanted);
        Settle(initial, wanted.OfType<RowInvariant>());
        foreach (var invariant in wanted.Where(i => i is not RowInvariant))
        {
            Settlements.Settle(initial, invariant);
        }

        Settle(initial, wanted.OfType<RowInvariant>());
        DerivedRows.Settle(initial, wanted);
    }

    private static void Settle(InitialRows initial, IEnumerable<RowInvariant> invariants)
    {
        foreach (var invariant in invariants)
        {
            Settlements.Settle(initial, invariant);
        }
    }
}
