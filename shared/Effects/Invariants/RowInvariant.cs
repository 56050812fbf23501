using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What holds of every row of a table by itself.</summary>
public abstract record RowInvariant(string Table) : Invariant(Table)
{
    public sealed override bool Holds(DatabaseState state) => state.Rows(Table).All(Holds);

    public abstract bool Holds(ObjectValue row);
}
