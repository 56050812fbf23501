using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A table that tools know and the adopted dump does not have. Its rows become a list.</summary>
public sealed record MissingForm(string Member) : DumpForm(Member, null)
{
    [JsonIgnore]
    internal override Value? Empty => null;

    internal override bool Fits(Value content) => false;

    internal override List<Place> Read(Value content) => [];
}
