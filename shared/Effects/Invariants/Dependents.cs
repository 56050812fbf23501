using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The rows of a table that refer to a row of another one.</summary>
/// <param name="Refers">The column that refers to it.</param>
/// <param name="Key">The column that it refers to.</param>
public sealed record Dependents(string Table, string Refers, string Key)
{
    /// <summary>The column that tells which of them are meant. Null where all are.</summary>
    public string? Column { get; init; }

    /// <summary>The values that the column may have.</summary>
    public IReadOnlyList<Value> Among { get; init; } = [];

    public bool Means(ObjectValue row) => Column is null || Among.Contains(row[Column]);

    /// <summary>The rows that are meant, by the key of the row that they refer to.</summary>
    public ILookup<Value, ObjectValue> In(DatabaseState state) => state.Rows(Table).Where(r => !r[Refers].IsNull && Means(r)).ToLookup(r => r[Refers]);
}
