namespace AgentScaler.Trajectories.Evaluation;

/// <summary>One attempt of a policy at a task, judged.</summary>
/// <param name="Suite">Which tasks it belongs to: held_out, unseen_domains, foreign, ...</param>
/// <param name="Domain">The domain's slug; attempts are clustered by it.</param>
/// <param name="GoldenCalls">Number of calls of the task's golden path.</param>
/// <param name="Passed">Whether the verdict accepted the trajectory.</param>
/// <param name="Error">Kind of error where it did not pass: the verdict's reason, or how the episode ended.</param>
public sealed record EpisodeOutcome(
    string Policy,
    string Suite,
    string Task,
    string Domain,
    int GoldenCalls,
    int Attempt,
    bool Passed,
    string? Error);
