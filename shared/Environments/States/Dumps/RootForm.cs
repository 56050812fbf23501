using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>The plain values beside the other members: one row.</summary>
public sealed record RootForm(string? Position = null) : DumpForm("", Position)
{
    [JsonIgnore]
    internal override Value? Empty => null;

    internal override bool Fits(Value content) => content.IsObject;

    internal override List<Place> Read(Value content) => content.AsObject.Count == 0 ? [] : [new Place(WithFirst(Position, 1, content.AsObject), content)];
}
