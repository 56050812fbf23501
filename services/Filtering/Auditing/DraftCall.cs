namespace AgentScaler.Filtering.Auditing;

/// <summary>One tool call of a draft.</summary>
/// <param name="Injected">The answer of fault injection. Null if the environment answers.</param>
internal sealed record DraftCall(string Name, string Arguments, string? Injected = null);
