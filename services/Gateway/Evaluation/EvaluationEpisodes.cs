namespace AgentScaler.Gateway.Evaluation;

/// <summary>The episodes that the evaluation of a run plays. They are chosen once, so that an interruption changes nothing.</summary>
/// <param name="Policies">Names in the order in which they are reported and compared.</param>
public sealed record EvaluationEpisodes(IReadOnlyList<string> Policies, IReadOnlyList<EvaluationEpisode> Episodes);
