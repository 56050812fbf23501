namespace AgentScaler.Trajectories;

/// <summary>The usage of an episode's model requests, as their endpoints counted it. An answer from the ledger counts as on its first request.</summary>
/// <param name="Cost">In the currency of the endpoints' configured prices.</param>
public sealed record EpisodeUsage(long InputTokens, long OutputTokens, decimal Cost);
