namespace AgentScaler.Trajectories.Evaluation;

/// <summary>One judged attempt of a policy at a task.</summary>
/// <param name="Suite">The suite of the task: held_out, unseen_domains, foreign, ...</param>
/// <param name="Domain">The domain's slug; attempts are clustered by it.</param>
/// <param name="GoldenCalls">Number of calls of the task's golden path.</param>
/// <param name="Passed">Whether the verdict accepted the trajectory.</param>
/// <param name="Error">The kind of error of a failed attempt: the verdict's reason, or the outcome of the episode.</param>
public sealed record EpisodeOutcome(
    string Policy,
    string Suite,
    string Task,
    string Domain,
    int GoldenCalls,
    int Attempt,
    bool Passed,
    string? Error);
