using System.Text.Json.Serialization;

namespace AgentScaler.Contracts.Messages;

/// <summary>An episode was played to its end and recorded.</summary>
public sealed record TrajectoryRecorded(string RunId, string TrajectoryId) : IEpisodeWork
{
    /// <summary>What the episode was played for.</summary>
    [JsonPropertyName("evaluation")]
    public EpisodePurpose Purpose { get; init; }
}
