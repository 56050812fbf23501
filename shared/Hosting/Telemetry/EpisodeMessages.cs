using AgentScaler.Contracts.Messages;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>The message whose receipt begins a trace of its own, and the names that MassTransit gives its spans.</summary>
internal static class EpisodeMessages
{
    public const string SendName = $":{nameof(RolloutRequested)} send";
    public const string ReceiveName = "rollout-requested receive";
}
