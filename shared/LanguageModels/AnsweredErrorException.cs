namespace AgentScaler.LanguageModels;

/// <summary>What came as an answer tells of an error.</summary>
internal sealed class AnsweredErrorException(EndpointError error) : Exception(error.Message)
{
    public EndpointError Error { get; } = error;
}
