using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Paths;

/// <summary>A value that the user wants to know.</summary>
/// <param name="Label">Its name in words.</param>
/// <param name="Row">The row to which it belongs, or null.</param>
/// <param name="Every">Whether it is one of a list of which the user wants every item.</param>
internal sealed record WishAnswer(Value Value, Value Source, string Label, RowKey? Row, bool Every = false);
