using System.Text.Json.Serialization;

namespace AgentScaler.Trajectories;

/// <summary>Where a trajectory came from, beyond its task.</summary>
/// <param name="Mistakes">The mistakes that a scripted agent was told to make, by name.</param>
/// <param name="Faults">Indices of tool calls that fault injection answered.</param>
public sealed record TrajectoryProvenance(
    string AgentModel,
    string UserModel,
    IReadOnlyList<string> Mistakes,
    IReadOnlyList<int> Faults,
    IReadOnlyList<string> Licenses)
{
    /// <summary>What an endpoint said when it ended the episode; absent where it ended by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ending { get; init; }

    /// <summary>What the episode's model requests took; absent where no model was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EpisodeUsage? Usage { get; init; }
}
