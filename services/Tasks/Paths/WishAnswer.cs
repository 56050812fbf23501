using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Paths;

/// <summary>A value that the user wants to be told.</summary>
/// <param name="Label">What it is, in words.</param>
/// <param name="Row">The row it belongs to, or null.</param>
/// <param name="Every">Whether it is one of a list of which every item is asked for.</param>
internal sealed record WishAnswer(Value Value, Value Source, string Label, RowKey? Row, bool Every = false);
