using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A mark is set exactly where another column of its row says something: <c>visited</c> beside <c>visits</c>.</summary>
public sealed record FlagTells(string Table, string Flag, string Column) : RowInvariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Flag} that does not agree with its {Column}";

    public override bool Holds(ObjectValue row) => !row[Flag].IsBoolean || row[Flag].IsTrue == Says(row[Column]);

    /// <summary>Whether a value says that something has happened.</summary>
    public static bool Says(Value value) => !value.IsNull && !(value.IsNumber && value.AsNumber <= 0);
}
