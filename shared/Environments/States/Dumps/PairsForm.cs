using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A map from key to value: each value, whatever it is, is the column <c>value</c> of a row.</summary>
public sealed record PairsForm(string Member, string Key) : EntryForm(Member, Key)
{
    [JsonIgnore]
    internal override string? Added => Key;

    [JsonIgnore]
    private protected override bool Whole => true;

    internal override bool Fits(Value content) => content.IsObject;

    internal override List<Place> Read(Value content) =>
        [.. content.AsObject.Select(m => new Place(new ObjectValue([Key!, PlainColumn], [m.Key, m.Value]), m.Value, m.Key))];

    internal override Value Item(ObjectValue row) => Plain(row, IsAlone);

    internal override bool IsRenamed(Place place, ObjectValue row) => place.Row[Key!] != row[Key!];
}
