namespace AgentScaler.Trajectories;

/// <summary>One wish of an intent, so that a simulated user can tell it bit by bit.</summary>
/// <param name="Text">The wish with every value that it needs.</param>
/// <param name="Brief">The same wish with its values left out, as a person might open with it.</param>
/// <param name="Names">The names in <c>known_values</c> that the text tells.</param>
/// <param name="Calls">Indices of the golden calls that serve this wish.</param>
public sealed record IntentPart(
    string Text,
    string Brief,
    IReadOnlyList<string> Names,
    IReadOnlyList<int> Calls);
