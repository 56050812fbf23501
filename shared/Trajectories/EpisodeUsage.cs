namespace AgentScaler.Trajectories;

/// <summary>What an episode's model requests took, as their endpoints counted it; answers from the ledger count as when they were given.</summary>
/// <param name="Cost">In the currency of the endpoints' configured prices.</param>
public sealed record EpisodeUsage(long InputTokens, long OutputTokens, decimal Cost);
