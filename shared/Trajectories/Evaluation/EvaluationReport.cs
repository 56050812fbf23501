namespace AgentScaler.Trajectories.Evaluation;

/// <summary>The content of <c>evaluation.json</c>: all policies side by side on the same tasks.</summary>
public sealed record EvaluationReport(long Seed, double Confidence, int Resamples, IReadOnlyList<PolicyEvaluation> Policies)
{
    /// <summary>Differences of pass^1 between policies on the tasks that both attempted, later minus earlier.</summary>
    public IReadOnlyList<PolicyComparison> Comparisons { get; init; } = [];
}
