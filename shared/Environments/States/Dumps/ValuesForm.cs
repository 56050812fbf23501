using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A list with plain values: each item, an object as well, is the column <c>value</c> of a row.</summary>
public sealed record ValuesForm(string Member, string? Position = null) : DumpForm(Member, Position)
{
    [JsonIgnore]
    internal override Value? Empty => Value.EmptyArray;

    [JsonIgnore]
    private protected override bool Whole => true;

    internal override bool Fits(Value content) => content.IsArray;

    internal override List<Place> Read(Value content) =>
        [.. content.AsArray.ToArray().Select((item, i) => new Place(WithFirst(Position, i + 1, new ObjectValue([PlainColumn], [item])), item))];

    internal override Value Item(ObjectValue row) => Plain(row, IsAlone);
}
