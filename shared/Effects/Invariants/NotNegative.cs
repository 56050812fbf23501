using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A number is never below nought: nobody has fewer than none left.</summary>
public sealed record NotNegative(string Table, string Column) : RowInvariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Column} below nought";

    public override bool Holds(ObjectValue row) => !row[Column].IsNumber || row[Column].AsNumber >= 0;
}
