using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Rewriting;

/// <summary>Asks an OpenAI-compatible endpoint, again where asking again can help.</summary>
internal sealed class ChatEndpoint
{
    private readonly EndpointOptions _options;
    private readonly EndpointConnection _connection;

    public ChatEndpoint(HttpClient http, RewriteOptions options, TimeProvider time)
    {
        _options = new EndpointOptions
        {
            Endpoint = options.Endpoint,
            Model = options.Model,
            KeyVariable = options.KeyVariable,
            TimeoutSeconds = options.TimeoutSeconds,
            Retries = options.Retries,
        };
        _connection = new EndpointConnection(http, _options, time);
    }

    /// <summary>The content of the answer's message.</summary>
    /// <exception cref="ModelEndpointException">The endpoint refuses the request, or does not answer after all attempts.</exception>
    public Task<string> AskAsync(byte[] body, CancellationToken cancellationToken) =>
        _connection.AskAsync("chat/completions", body, answer => ChatAnswer.Read(answer, _options).Message.Content ?? "", cancellationToken);
}
