using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Reports;

/// <summary>
/// Replaces the evaluation's charts if no policy passed any attempt. A row of zeros would look like a result, so the report explains why it is empty
/// and what to do.
/// </summary>
public static class NothingPassed
{
    /// <param name="policies">The policies of the report's section <c>evaluation</c>.</param>
    public static bool Is(JsonArray policies) => policies.Count > 0 && policies.All(policy => (double?)policy!["pass_hat_k"]?["1"] is null or 0);

    public static string Sentence(JsonArray policies)
    {
        var names = policies.Select(policy => policy!["name"]!.ToString()).Distinct();
        return $"No attempt of {string.Join(", ", names)} passed a held-out task. A few minutes of training teach the form of a conversation, not its content; "
            + "the preset loop trains long enough to show a difference, and evaluation.json holds every figure.";
    }
}
