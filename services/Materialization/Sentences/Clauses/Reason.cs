namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>One reason for which a call is refused: the code of the error, and what is said of it, which may be nothing.</summary>
/// <param name="Narrowed">Whether what is said narrows the code down: "has_bids when a new price is sent".</param>
internal sealed record Reason(string Code, string Said, bool Narrowed = false);
