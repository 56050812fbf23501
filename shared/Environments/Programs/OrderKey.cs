namespace AgentScaler.Environments.Programs;

/// <summary>One sort key; nulls come first, descending reverses the whole order of this key.</summary>
public sealed record OrderKey(Expression By, bool Descending = false);
