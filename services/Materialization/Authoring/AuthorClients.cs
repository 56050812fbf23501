using System.Collections.Concurrent;
using AgentScaler.LanguageModels;

namespace AgentScaler.Materialization.Authoring;

/// <summary>The clients of authors' endpoints: endpoint and budget are shared by all domains of a process.</summary>
public sealed class AuthorClients(HttpClient http, TimeProvider time)
{
    private readonly ConcurrentDictionary<EndpointOptions, ChatClient> _clients = [];

    /// <exception cref="ArgumentException">A setting of the endpoint is missing or out of its range.</exception>
    public ChatClient Of(EndpointOptions endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        endpoint.Validate("Materialize option author_endpoint");
        return _clients.GetOrAdd(endpoint, e => new ChatClient(http, e, new Budget(e.Budget, e.TokenBudget), time));
    }
}
