using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>Rows that stand inside the rows of another table. Their place there keeps an empty container.</summary>
/// <param name="Parent">The table in whose rows they stand.</param>
/// <param name="Path">The column of the parent, and the members inside it that lead to the rows.</param>
/// <param name="Items">How the rows stand at that place.</param>
/// <param name="Reference">The column that holds the key of the parent's row. Null if the parent has one row alone.</param>
/// <param name="ParentKey">The column of the parent that the reference refers to. Null without a reference.</param>
/// <param name="Held">Whether the items hold the reference themselves. If they do not, the adoption added it.</param>
/// <param name="Position">The column that the adoption added as a key of the table. Null if a column of the items is the key.</param>
public sealed record NestedForm(
    string Parent, IReadOnlyList<string> Path, DumpForm Items, string? Reference, string? ParentKey, bool Held, string? Position)
    : DumpForm(Path[^1], Position)
{
    private readonly DumpForm _items = Items is ListForm list ? list with { HoldsPlain = false } : Items;

    [JsonIgnore]
    internal override IEnumerable<string> AllAdded =>
        [.. Position is null ? [] : (string[])[Position], .. Reference is null || Held ? [] : (string[])[Reference], .. Items.AllAdded];

    [JsonIgnore]
    internal override Value? Empty => Items.Empty;

    internal override bool Fits(Value content) => Items.Fits(content);

    internal override List<Place> Read(Value content) => Items.Read(content);

    internal override Value Item(ObjectValue row) => _items.Item(Bare(row));

    internal override Value? Filled(Value content, IReadOnlyList<ObjectValue> rows) => _items.Filled(content, [.. rows.Select(Bare)]);

    /// <summary>
    /// Reads the rows of one place. Null if the place would not come back from them as it is: it is then left whole.
    /// </summary>
    /// <param name="parent">The key of the parent's row.</param>
    /// <param name="count">The number of rows that the table has already.</param>
    internal List<ObjectValue>? Rows(Value content, Value parent, int count)
    {
        if (!Items.Fits(content))
        {
            return null;
        }

        var rows = new List<ObjectValue>();
        foreach (var place in Items.Read(content))
        {
            if (!ComesBack(place, parent))
            {
                return null;
            }

            var row = Reference is null || Held ? place.Row : WithFirst(Reference, parent, place.Row);
            rows.Add(WithFirst(Position, count + rows.Count + 1, row));
        }

        return rows;
    }

    private bool ComesBack(Place place, Value parent)
    {
        var (row, item) = (place.Row, place.Item);
        var free = Position is null || !row.TryGet(Position, out _);
        var refers = Reference is null || (Held ? row[Reference] == parent : !row.TryGet(Reference, out _));
        var named = place.Key is not { } key || Items is not EntryForm entries || entries.Name(row, []) == key;
        return free && refers && named && _items.Item(row) == item;
    }

    private ObjectValue Bare(ObjectValue row)
    {
        row = Position is null ? row : row.Without(Position);
        return Reference is null || Held ? row : row.Without(Reference);
    }
}
