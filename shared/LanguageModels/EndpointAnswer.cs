using System.Text.Json;

namespace AgentScaler.LanguageModels;

/// <summary>A server's answer.</summary>
/// <param name="Text">A sequence of JSON values: the document, or the data of a stream's events.</param>
/// <param name="Ended">Whether it is known to be complete. In a stream without <c>[DONE]</c> only a finish reason shows it.</param>
public sealed record EndpointAnswer(string Text, bool Ended)
{
    /// <summary>Returns the answer as one document.</summary>
    /// <exception cref="JsonException">The answer is not one JSON document.</exception>
    public JsonElement Document()
    {
        using var document = JsonDocument.Parse(Text);
        return EndpointError.In(document.RootElement) is { } error ? throw new AnsweredErrorException(error) : document.RootElement.Clone();
    }
}
