namespace AgentScaler.Gateway.Evaluation;

/// <summary>Ids of a run's documents in the collection <c>evaluations</c>.</summary>
internal static class EvaluationDocuments
{
    public const string Plan = "plan";

    public const string Report = "report";
}
