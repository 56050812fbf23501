namespace AgentScaler.Language.Values;

/// <summary>A text for a column, and its origin.</summary>
/// <param name="Open">Whether the kind has so many values that two rows seldom share one.</param>
public readonly record struct DrawnText(string Text, ValueOrigin Origin, bool Open = true);
