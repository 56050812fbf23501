namespace AgentScaler.LanguageModels;

/// <summary>Thrown when the quota of the key's account is used up. Every further request would be refused until the account is paid for.</summary>
public sealed class EndpointQuotaException(string message, Exception? inner = null) : ModelEndpointException(message, transient: false, inner)
{
    public override ModelEndpointException Shortened(string message) => new EndpointQuotaException(message);
}
