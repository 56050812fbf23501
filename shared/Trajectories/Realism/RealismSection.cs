namespace AgentScaler.Trajectories.Realism;

/// <summary>The <c>realism</c> section of <c>report.json</c>.</summary>
/// <param name="Reference">The same figures of people's utterances, where they were given.</param>
/// <param name="TwoSampleAccuracy">How well a classifier tells intents from the reference: 0.5 not at all; null without a reference.</param>
public sealed record RealismSection(
    LanguageFigures Language,
    LanguageFigures? Reference,
    double? TwoSampleAccuracy,
    TrivialityCounts Triviality,
    PathFigures Paths,
    StateFigures States);
