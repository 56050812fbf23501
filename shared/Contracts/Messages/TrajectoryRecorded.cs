namespace AgentScaler.Contracts.Messages;

/// <summary>One episode was played to its end and recorded.</summary>
public sealed record TrajectoryRecorded(string RunId, string TrajectoryId)
{
    /// <summary>True for an episode of the evaluation, which stands in its own collections.</summary>
    public bool Evaluation { get; init; }
}
