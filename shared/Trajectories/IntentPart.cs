namespace AgentScaler.Trajectories;

/// <summary>One wish of an intent, so that a simulated user can state it step by step.</summary>
/// <param name="Text">The wish with every value that it needs.</param>
/// <param name="Brief">The same wish without its values, in the form in which a person might begin with it.</param>
/// <param name="Names">The names in <c>known_values</c> whose values the text states.</param>
/// <param name="Calls">Indices of the golden calls that serve this wish.</param>
public sealed record IntentPart(
    string Text,
    string Brief,
    IReadOnlyList<string> Names,
    IReadOnlyList<int> Calls);
