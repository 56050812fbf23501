namespace AgentScaler.LanguageModels;

/// <summary>What a server sent.</summary>
/// <param name="Text">JSON values one after the other: the document, or the data of a stream's events.</param>
/// <param name="Ended">Whether it is known to be whole; a stream without <c>[DONE]</c> says so by a finish reason alone.</param>
public sealed record EndpointAnswer(string Text, bool Ended);
