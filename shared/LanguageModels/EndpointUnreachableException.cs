namespace AgentScaler.LanguageModels;

/// <summary>Thrown when no attempt received an answer: the connection was refused, the name is unknown, or the time ran out.</summary>
public sealed class EndpointUnreachableException : ModelEndpointException
{
    public EndpointUnreachableException(string message, Exception? inner = null)
        : base(message, transient: true, inner) => Away = true;

    public override ModelEndpointException Shortened(string message) => new EndpointUnreachableException(message);
}
