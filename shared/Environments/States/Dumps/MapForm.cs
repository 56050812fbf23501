using System.Globalization;
using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A map from key to row.</summary>
/// <param name="Held">Whether the rows in the map hold the column. If they do not, the adoption added it.</param>
public sealed record MapForm(string Member, string? Key, bool Held) : EntryForm(Member, Key)
{
    private const int LongestNumber = 15;

    [JsonIgnore]
    internal override string? Added => Held ? Position : Key;

    /// <summary>Whether the column holds numbers, so that names which are numbers are read as such.</summary>
    [JsonIgnore]
    internal bool Numbers { get; init; }

    /// <summary>Whether content of a later dump has such rows, and plain values among them. These stay as they are.</summary>
    internal bool FitsPartly(Value content) => Key is not null && content.IsObject && content.AsObject.Any(m => m.Value.IsObject);

    internal override bool Fits(Value content) => content.IsObject && content.AsObject.All(m => m.Value.IsObject);

    internal override List<Place> Read(Value content) =>
        [.. content.AsObject.Where(m => m.Value.IsObject)
            .Select((m, i) => new Place(WithFirst(Position, i + 1, Row(m.Key, m.Value.AsObject)), m.Value, m.Key))];

    internal override bool IsRenamed(Place place, ObjectValue row) => !Held && Key is not null && place.Row[Key] != row[Key];

    private protected override bool IsHidden(string column, ObjectValue item) => column == Position || (column == Key && !Holds(item));

    private ObjectValue Row(string name, ObjectValue item) => Holds(item) ? item : WithFirst(Key, Named(name), item);

    private Value Named(string name) => Numbers && name.Length <= LongestNumber
        && long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && CanonicalJson.Number(number) == name ? Value.From(number) : name;

    private bool Holds(ObjectValue item) => Held && Key is not null && item.TryGet(Key, out _);
}
