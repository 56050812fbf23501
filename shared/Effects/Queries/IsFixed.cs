using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The column holds a value that the tool's own words name: the status of a pending order. Texts may differ in the case of their letters.</summary>
public sealed record IsFixed(ColumnPath Path, Value Value) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row)
    {
        var stored = Path.Of(situation, row);
        return stored.IsString && Value.IsString ? string.Equals(stored.AsString, Value.AsString, StringComparison.OrdinalIgnoreCase) : stored == Value;
    }

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);
}
