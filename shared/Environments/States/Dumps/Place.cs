using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A row as it was read from a dump.</summary>
/// <param name="Item">The part of the dump that the row stands for.</param>
/// <param name="Key">The name of the item in its map. Null elsewhere.</param>
internal sealed record Place(ObjectValue Row, Value Item, string? Key = null);
