namespace AgentScaler.Journeys.Tests.SampleFacts;

/// <summary>The facts that the sample environments do not fulfil yet, each with the reason. A listed fact that holds fails its test.</summary>
internal static class NotYetTrue
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };
}
