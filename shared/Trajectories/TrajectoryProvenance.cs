using System.Text.Json.Serialization;

namespace AgentScaler.Trajectories;

/// <summary>The origin of a trajectory, beyond its task.</summary>
/// <param name="Mistakes">The names of the mistakes that a scripted agent was told to make.</param>
/// <param name="Faults">Indices of tool calls that fault injection answered.</param>
public sealed record TrajectoryProvenance(
    string AgentModel,
    string UserModel,
    IReadOnlyList<string> Mistakes,
    IReadOnlyList<int> Faults,
    IReadOnlyList<string> Licenses)
{
    /// <summary>The message of the endpoint that ended the episode; absent if no endpoint ended it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ending { get; init; }

    /// <summary>The usage of the episode's model requests; absent if no model was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EpisodeUsage? Usage { get; init; }
}
