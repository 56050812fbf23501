using AgentScaler.Contracts.Messages;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>The message whose receipt starts an episode's trace, and the names that MassTransit gives to its spans.</summary>
internal static class EpisodeMessages
{
    public const string SendName = $":{nameof(RolloutRequested)} send";
    public const string ReceiveName = "rollout-requested receive";
}
