namespace AgentScaler.LanguageModels;

/// <summary>Thrown when a conversation is longer than the model accepts. Only this conversation ends.</summary>
public sealed class ContextLimitException(string message, Exception? inner = null) : ModelEndpointException(message, transient: false, inner)
{
    public override ModelEndpointException Shortened(string message) => new ContextLimitException(message);
}
