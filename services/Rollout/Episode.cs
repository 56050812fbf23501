using AgentScaler.Hosting.Documents;
using AgentScaler.LanguageModels;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout;

/// <summary>A played episode and what is not part of its deterministic record.</summary>
/// <param name="Trace">The episode's trace, where somebody listens; else null.</param>
/// <param name="Usage">Tokens and cost of all its model requests.</param>
public sealed record Episode(Trajectory Trajectory, TraceRecord? Trace, TokenUsage Usage);
