namespace AgentScaler.Judging.Explaining;

/// <summary>One message of the conversation other than a tool message. Tool messages belong to their calls.</summary>
/// <param name="Said">The text. Null if the message only calls tools.</param>
public sealed record ExplainedTurn(string Role, string? Said, IReadOnlyList<ExplainedCall> Calls);
