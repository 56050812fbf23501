using System.Text.Json;

namespace AgentScaler.LanguageModels;

/// <summary>What a server sent.</summary>
/// <param name="Text">JSON values one after the other: the document, or the data of a stream's events.</param>
/// <param name="Ended">Whether it is known to be whole; a stream without <c>[DONE]</c> says so by a finish reason alone.</param>
public sealed record EndpointAnswer(string Text, bool Ended)
{
    /// <summary>The answer as one document.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public JsonElement Document()
    {
        using var document = JsonDocument.Parse(Text);
        return EndpointError.In(document.RootElement) is { } error ? throw new AnsweredErrorException(error) : document.RootElement.Clone();
    }
}
