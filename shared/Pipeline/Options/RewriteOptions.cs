namespace AgentScaler.Pipeline.Options;

/// <summary>The optional language model that rewrites poor descriptions. Any OpenAI-compatible endpoint can be used.</summary>
public sealed record RewriteOptions
{
    /// <summary>Base address including the version, for example <c>http://127.0.0.1:8000/v1</c>. Null rewrites nothing.</summary>
    public string? Endpoint { get; init; }

    public string? Model { get; init; }

    /// <summary>Name of the environment variable that holds the key. If the variable is unset, no key is sent.</summary>
    public string KeyVariable { get; init; } = "OPENAI_API_KEY";

    public double Temperature { get; init; }

    /// <summary>Most descriptions to rewrite in one collection, in order of id. 0 sets no limit.</summary>
    public int MaximumTools { get; init; }

    /// <summary>Most concurrent requests.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Seconds for one request.</summary>
    public double TimeoutSeconds { get; init; } = 120;

    /// <summary>Attempts after the first, on 408, 429, 5xx and broken connections.</summary>
    public int Retries { get; init; } = 5;

    /// <exception cref="ArgumentException">A setting is missing or out of its range. The message names it.</exception>
    public void Validate()
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"collect.rewrite.endpoint is '{Endpoint}'; it must be an http or https address such as http://127.0.0.1:8000/v1.");
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            throw new ArgumentException("collect.rewrite.model is empty; it must name the model to ask for.");
        }

        if (TimeoutSeconds is not (> 0 and <= 1500) || Retries is < 0 or > 20 || Concurrency is < 1 or > 1000)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"collect.rewrite: timeout_seconds is {TimeoutSeconds} (above 0, at most 1500), retries is {Retries} (0 to 20), concurrency is {Concurrency} (1 to 1000)."));
        }
    }
}
