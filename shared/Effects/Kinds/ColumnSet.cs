using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A column that a call sets without being told to what: to a value, or to its opposite where there is none.</summary>
public sealed record ColumnSet(ColumnModel Column, Value? To)
{
    /// <summary>What the column holds afterwards.</summary>
    public Value After(Value before) => To ?? Value.From(before != Value.True);
}
