using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout;

/// <summary>A played episode, with the data that are not part of its deterministic record.</summary>
/// <param name="Trace">The episode's trace; null without a listener.</param>
/// <param name="Usage">Tokens and cost of all its model requests.</param>
public sealed record Episode(Trajectory Trajectory, TraceRecord? Trace, TokenUsage Usage);
