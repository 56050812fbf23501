namespace AgentScaler.LanguageModels;

/// <summary>The account behind the key has nothing left: every further request would be refused until somebody pays.</summary>
public sealed class EndpointQuotaException(string message, Exception? inner = null) : ModelEndpointException(message, transient: false, inner)
{
    public override ModelEndpointException Shortened(string message) => new EndpointQuotaException(message);
}
