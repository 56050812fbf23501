using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>
/// The static knowledge about an expression: the kinds it may have and, if known, the row or members of an object and the items of an array. The type is
/// an upper bound; the session checks the rest at run time.
/// </summary>
/// <param name="Table">The table whose row an object is.</param>
/// <param name="Members">The members of an object; null if nothing is known about them.</param>
/// <param name="Closed">Whether the object has no other members.</param>
/// <param name="Items">The type of an array's items; null if unknown.</param>
internal sealed record StaticType(
    Kinds Kinds,
    TableSchema? Table = null,
    IReadOnlyDictionary<string, StaticType>? Members = null,
    bool Closed = false,
    StaticType? Items = null)
{
    public static StaticType Any { get; } = new(Kinds.Any);

    public static StaticType Null { get; } = new(Kinds.Null);

    public static StaticType Boolean { get; } = new(Kinds.Boolean);

    public static StaticType Number { get; } = new(Kinds.Number);

    public static StaticType String { get; } = new(Kinds.String);

    public static StaticType Of(Kinds kinds) => new(kinds);

    public static StaticType Row(TableSchema table) => new(Kinds.Object, table);

    public static StaticType ArrayOf(StaticType? items) => new(Kinds.Array, Items: items);

    public StaticType OrNull() => Kinds.HasFlag(Kinds.Null) ? this : this with { Kinds = Kinds | Kinds.Null };

    /// <summary>The least type that covers both.</summary>
    public StaticType Union(StaticType other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var (mine, theirs) = (Kinds.HasFlag(Kinds.Object), other.Kinds.HasFlag(Kinds.Object));
        var same = Table == other.Table && ReferenceEquals(Members, other.Members);
        var shape = !theirs || same ? this : !mine ? other : null;
        var items = !other.Kinds.HasFlag(Kinds.Array) ? Items
            : !Kinds.HasFlag(Kinds.Array) ? other.Items
            : Items is not null && other.Items is not null ? Items.Union(other.Items) : null;
        return new StaticType(Kinds | other.Kinds, shape?.Table, shape?.Members, shape?.Closed ?? false, items);
    }
}
