using System.Text.Json.Serialization;

namespace AgentScaler.Contracts.Messages;

/// <summary>Command: play one episode of a task, given an attempt, an agent and a seed.</summary>
/// <param name="Agent"><c>scripted</c>, <c>openai</c>, or <c>policy:CHECKPOINT</c>.</param>
public sealed record RolloutRequested(string RunId, string TaskId, int Attempt, string Agent, long Seed) : IEpisodeWork
{
    /// <summary>What the episode is played for.</summary>
    [JsonPropertyName("evaluation")]
    public EpisodePurpose Purpose { get; init; }
}
