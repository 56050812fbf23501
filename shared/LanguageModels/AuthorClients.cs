using System.Collections.Concurrent;

namespace AgentScaler.LanguageModels;

/// <summary>Holds the clients of authors' endpoints. All domains of a process share an endpoint's connections and budget.</summary>
public sealed class AuthorClients(HttpClient http, TimeProvider time)
{
    private readonly ConcurrentDictionary<EndpointOptions, ChatClient> _clients = [];

    /// <param name="setting">The name of the endpoint's option for messages.</param>
    /// <exception cref="ArgumentException">A setting of the endpoint is missing or out of range.</exception>
    public ChatClient Of(EndpointOptions endpoint, string setting)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        endpoint.Validate(setting);
        return _clients.GetOrAdd(endpoint, e => new ChatClient(http, e, new Budget(e.Budget, e.TokenBudget), time));
    }
}
