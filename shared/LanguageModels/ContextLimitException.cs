namespace AgentScaler.LanguageModels;

/// <summary>The conversation is longer than the model takes: it ends here, and no other is concerned.</summary>
public sealed class ContextLimitException(string message, Exception? inner = null) : ModelEndpointException(message, transient: false, inner)
{
    public override ModelEndpointException Shortened(string message) => new ContextLimitException(message);
}
