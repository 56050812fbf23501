namespace AgentScaler.Trajectories.Evaluation;

/// <summary>The difference in pass^1 of two policies on the same tasks, paired by task and resampled by domain.</summary>
/// <param name="Difference"><paramref name="Policy"/> minus <paramref name="Baseline"/>.</param>
/// <param name="Significant">Whether the interval excludes zero.</param>
public sealed record PolicyComparison(
    string Suite,
    string Baseline,
    string Policy,
    int Tasks,
    double Difference,
    ConfidenceInterval Interval,
    bool Significant);
