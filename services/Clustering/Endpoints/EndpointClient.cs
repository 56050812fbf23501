using System.Text.Json;
using AgentScaler.LanguageModels;

namespace AgentScaler.Clustering.Endpoints;

/// <summary>Posts JSON to an OpenAI-compatible endpoint; what may pass is tried again.</summary>
public sealed class EndpointClient
{
    public const string ClientName = "clustering-endpoint";

    private readonly EndpointOptions _options;
    private readonly EndpointConnection _connection;

    public EndpointClient(IHttpClientFactory clients, string endpoint, string? keyVariable, int attempts, TimeProvider time)
    {
        _options = new EndpointOptions { Endpoint = Address(endpoint), KeyVariable = keyVariable ?? "", Retries = attempts - 1 };
        _connection = new EndpointConnection(clients.CreateClient(ClientName), _options, time);
    }

    /// <param name="path">Below <c>/v1</c>, for example <c>embeddings</c>.</param>
    /// <exception cref="ModelEndpointException">The endpoint refused, or failed in every attempt; the message gives address and status.</exception>
    public Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken) =>
        _connection.AskAsync(path, JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web), answer => answer.Document(), cancellationToken);

    /// <summary>What the model says.</summary>
    /// <exception cref="ModelEndpointException">The endpoint refused, or failed in every attempt; the message gives address and status.</exception>
    public Task<string> SayAsync(object body, CancellationToken cancellationToken) => _connection.AskAsync(
        "chat/completions",
        JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web),
        answer => ChatAnswer.Read(answer, _options).Message.Content ?? "",
        cancellationToken);

    /// <summary>The base address, which may name the version or not.</summary>
    internal static string Address(string endpoint)
    {
        var root = endpoint.TrimEnd('/');
        return root.EndsWith("/v1", StringComparison.Ordinal) ? root : root + "/v1";
    }
}
