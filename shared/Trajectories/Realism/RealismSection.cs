namespace AgentScaler.Trajectories.Realism;

/// <summary>The <c>realism</c> section of <c>report.json</c>.</summary>
/// <param name="Reference">The same figures of people's utterances; null if none were given.</param>
/// <param name="TwoSampleAccuracy">The accuracy of a classifier that distinguishes intents from the reference: 0.5 is chance; null without a reference.</param>
public sealed record RealismSection(
    LanguageFigures Language,
    LanguageFigures? Reference,
    double? TwoSampleAccuracy,
    TrivialityCounts Triviality,
    PathFigures Paths,
    StateFigures States);
