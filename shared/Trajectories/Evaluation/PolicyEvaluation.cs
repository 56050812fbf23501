using System.Text.Json.Serialization;

namespace AgentScaler.Trajectories.Evaluation;

/// <summary>The figures of one policy on one suite of tasks.</summary>
/// <param name="Attempts">The least number of attempts over the tasks, so that pass^k is defined for every task.</param>
/// <param name="PassHatK">pass^k by k, for k up to the attempts.</param>
/// <param name="Intervals">Confidence interval of pass^k by k, from a bootstrap over domains.</param>
/// <param name="AccuracyByCalls">Mean pass rate by number of golden calls.</param>
/// <param name="AccuracyByDomain">Mean pass rate by domain.</param>
/// <param name="Errors">Number of attempts that did not pass, by kind.</param>
public sealed record PolicyEvaluation(
    string Name,
    string Suite,
    int Tasks,
    int Attempts,
    [property: JsonPropertyName("pass_hat_k")] IReadOnlyDictionary<string, double> PassHatK,
    IReadOnlyDictionary<string, ConfidenceInterval> Intervals,
    IReadOnlyDictionary<string, double> AccuracyByCalls,
    IReadOnlyDictionary<string, double> AccuracyByDomain,
    IReadOnlyDictionary<string, int> Errors);
