namespace AgentScaler.Collection.Storing;

/// <summary>A document that could not be read, with the reason and the place.</summary>
public sealed record DocumentFailure(string Source, string Error);
