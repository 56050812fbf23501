namespace AgentScaler.Collection.Storing;

/// <summary>A document that could not be read, and why, with the place.</summary>
public sealed record DocumentFailure(string Source, string Error);
