using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A map from key to row.</summary>
/// <param name="Key">The column that is the key in the map. Null if the adopted map was empty: then it is the table's primary key.</param>
/// <param name="Held">Whether the rows in the map hold the column. If they do not, the adoption added it.</param>
public sealed record MapForm(string Member, string? Key, bool Held) : DumpForm(Member, null)
{
    [JsonIgnore]
    internal override string? Added => Held ? Position : Key;

    [JsonIgnore]
    internal override Value? Empty => Value.EmptyObject;

    internal override bool Fits(Value content) => content.IsObject && content.AsObject.All(m => m.Value.IsObject);

    internal override List<Place> Read(Value content) =>
        [.. content.AsObject.Select((m, i) => new Place(WithFirst(Position, i + 1, Row(m.Key, m.Value.AsObject)), m.Value, m.Key))];

    /// <summary>The name under which a row stands in the map.</summary>
    internal string Name(ObjectValue row, IReadOnlyList<string> keys)
    {
        var value = (Key is null ? keys : [Key, .. keys]).Select(k => row[k]).FirstOrDefault(v => !v.IsNull);
        return value.IsString ? value.AsString : value.ToCanonicalJson();
    }

    /// <summary>Whether the row of a place has another key now, so that its item has another name.</summary>
    internal bool IsRenamed(Place place, ObjectValue row) => !Held && Key is not null && place.Row[Key] != row[Key];

    private protected override bool IsHidden(string column, ObjectValue item) => column == Position || (column == Key && !Holds(item));

    private ObjectValue Row(string name, ObjectValue item) => Holds(item) ? item : WithFirst(Key, name, item);

    private bool Holds(ObjectValue item) => Held && Key is not null && item.TryGet(Key, out _);
}
