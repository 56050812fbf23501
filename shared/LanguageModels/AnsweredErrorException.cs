namespace AgentScaler.LanguageModels;

/// <summary>Thrown when an answer with a success status contains an error.</summary>
internal sealed class AnsweredErrorException(EndpointError error) : Exception(error.Message)
{
    public EndpointError Error { get; } = error;
}
