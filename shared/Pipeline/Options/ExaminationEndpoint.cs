namespace AgentScaler.Pipeline.Options;

/// <summary>An OpenAI-compatible chat endpoint that examines dependencies pair by pair.</summary>
public sealed record ExaminationEndpoint
{
    /// <summary>Base address, with or without <c>/v1</c>.</summary>
    public string Endpoint { get; init; } = "";

    public string Model { get; init; } = "";

    /// <summary>Name of the environment variable that holds the key. Null sends no key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Only dependencies with a confidence below this are shown to the model.</summary>
    public double BelowConfidence { get; init; } = 0.8;

    public int Concurrency { get; init; } = 4;

    public int Attempts { get; init; } = 5;

    public void Validate()
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"cluster.examination.endpoint is '{Endpoint}'; it must be an absolute http or https address.");
        }

        if (Model.Length == 0)
        {
            throw new ArgumentException("cluster.examination.model is empty; name the model that the endpoint serves.");
        }
    }
}
