using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>An object that is one row.</summary>
public sealed record SingleForm(string Member, string? Position = null) : DumpForm(Member, Position)
{
    [JsonIgnore]
    internal override Value? Empty => Value.EmptyObject;

    internal override bool Fits(Value content) => content.IsObject;

    internal override Value? Filled(Value content, IReadOnlyList<ObjectValue> rows) =>
        rows.Count == 1 && (content.IsNull || (content.IsObject && content.AsObject.Count == 0)) ? Item(rows[0]) : null;

    internal override List<Place> Read(Value content) => [new Place(WithFirst(Position, 1, content.AsObject), content)];
}
