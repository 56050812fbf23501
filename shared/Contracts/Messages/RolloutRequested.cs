using System.Text.Json.Serialization;

namespace AgentScaler.Contracts.Messages;

/// <summary>One episode is to be played (a command): a task, an attempt, an agent and a seed.</summary>
/// <param name="Agent"><c>scripted</c>, <c>openai</c>, or <c>policy:CHECKPOINT</c>.</param>
public sealed record RolloutRequested(string RunId, string TaskId, int Attempt, string Agent, long Seed) : IEpisodeWork
{
    /// <summary>What the episode is played for.</summary>
    [JsonPropertyName("evaluation")]
    public EpisodePurpose Purpose { get; init; }
}
