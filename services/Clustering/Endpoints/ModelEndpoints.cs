using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Endpoints;

/// <summary>The clients of the endpoints that clustering asks.</summary>
internal static class ModelEndpoints
{
    public const string ClientName = "clustering-endpoint";

    public static EmbeddingClient Embeddings(IHttpClientFactory clients, EmbeddingEndpoint endpoint, TimeProvider time) => new(
        clients.CreateClient(ClientName), Options(endpoint.Endpoint, endpoint.Model, endpoint.KeyVariable, endpoint.Attempts), endpoint.BatchSize,
            endpoint.Concurrency, time);

    public static ChatClient Chat(IHttpClientFactory clients, ExaminationEndpoint endpoint, TimeProvider time) => new(
        clients.CreateClient(ClientName),
        Options(endpoint.Endpoint, endpoint.Model, endpoint.KeyVariable, endpoint.Attempts) with { Temperature = 0, SendSeed = false },
        new Budget(0, 0),
        time);

    /// <summary>The base address, which may name the version or not, with the version.</summary>
    internal static string Address(string endpoint)
    {
        var root = endpoint.TrimEnd('/');
        return root.EndsWith("/v1", StringComparison.Ordinal) ? root : root + "/v1";
    }

    private static EndpointOptions Options(string endpoint, string model, string? keyVariable, int attempts) =>
        new() { Endpoint = Address(endpoint), Model = model, KeyVariable = keyVariable ?? "", Retries = attempts - 1 };
}
