namespace AgentScaler.Contracts.Messages;

/// <summary>The run's policies are to be evaluated (a command).</summary>
public sealed record EvaluationRequested(string RunId) : IWork
{
    /// <summary>False: its episodes are to be chosen and played. True: all are judged, the figures are to be computed.</summary>
    public bool Played { get; init; }
}
