namespace AgentScaler.Judging.Explaining;

/// <summary>One message of the conversation but a tool message: these stand with their calls.</summary>
/// <param name="Said">Its text; null where it only calls tools.</param>
public sealed record ExplainedTurn(string Role, string? Said, IReadOnlyList<ExplainedCall> Calls);
