namespace AgentScaler.Pipeline.Options;

/// <summary>An OpenAI-compatible <c>/v1/embeddings</c> endpoint.</summary>
public sealed record EmbeddingEndpoint
{
    /// <summary>Base address, with or without <c>/v1</c>, for example <c>http://localhost:11434/v1</c>.</summary>
    public string Endpoint { get; init; } = "";

    public string Model { get; init; } = "";

    /// <summary>Name of the environment variable that holds the key. Null sends no key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Texts per request.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Most requests at the same time.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Most attempts of one request, including the first, before the stage fails.</summary>
    public int Attempts { get; init; } = 5;

    public void Validate()
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"cluster.embedding.endpoint is '{Endpoint}'; it must be an absolute http or https address.");
        }

        if (Model.Length == 0)
        {
            throw new ArgumentException("cluster.embedding.model is empty; name the model that the endpoint serves.");
        }

        if (BatchSize is < 1 or > 2048 || Concurrency is < 1 or > 256 || Attempts is < 1 or > 20)
        {
            throw new ArgumentException("cluster.embedding: batch_size must be 1 to 2048, concurrency 1 to 256, attempts 1 to 20.");
        }
    }
}
