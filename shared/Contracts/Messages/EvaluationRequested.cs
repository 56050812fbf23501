namespace AgentScaler.Contracts.Messages;

/// <summary>Command: evaluate the policies of a run.</summary>
public sealed record EvaluationRequested(string RunId) : IWork
{
    /// <summary>False requests the episodes to be chosen and played. True requests the figures, because all episodes are judged.</summary>
    public bool Played { get; init; }
}
