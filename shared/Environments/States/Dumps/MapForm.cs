using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A map from key to row.</summary>
/// <param name="Held">Whether the rows in the map hold the column. If they do not, the adoption added it.</param>
public sealed record MapForm(string Member, string? Key, bool Held) : EntryForm(Member, Key)
{
    [JsonIgnore]
    internal override string? Added => Held ? Position : Key;

    internal override bool Fits(Value content) => content.IsObject && content.AsObject.All(m => m.Value.IsObject);

    internal override List<Place> Read(Value content) =>
        [.. content.AsObject.Select((m, i) => new Place(WithFirst(Position, i + 1, Row(m.Key, m.Value.AsObject)), m.Value, m.Key))];

    internal override bool IsRenamed(Place place, ObjectValue row) => !Held && Key is not null && place.Row[Key] != row[Key];

    private protected override bool IsHidden(string column, ObjectValue item) => column == Position || (column == Key && !Holds(item));

    private ObjectValue Row(string name, ObjectValue item) => Holds(item) ? item : WithFirst(Key, name, item);

    private bool Holds(ObjectValue item) => Held && Key is not null && item.TryGet(Key, out _);
}
