namespace AgentScaler.LanguageModels;

/// <summary>Settings of one OpenAI-compatible endpoint: its address, the form of requests, and limits of its cost.</summary>
public sealed record EndpointOptions
{
    /// <summary>Base address including the version, for example <c>http://127.0.0.1:8000/v1</c>.</summary>
    public string? Endpoint { get; init; }

    public string? Model { get; init; }

    /// <summary>Name of the environment variable that holds the key. If the variable is unset, no key is sent.</summary>
    public string KeyVariable { get; init; } = "OPENAI_API_KEY";

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    /// <summary>Most tokens of one answer. Null leaves the limit to the endpoint.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Whether each request contains the episode's seed.</summary>
    public bool SendSeed { get; init; } = true;

    public bool Stream { get; init; }

    public bool ParallelToolCalls { get; init; } = true;

    /// <summary>
    /// Whether the endpoint's earlier answers are sent back complete, with their reasoning and signatures, as reasoning endpoints require. Otherwise they
    /// are rewritten with only the members that OpenAI's form defines, for an endpoint that refuses members of its own answers.
    /// </summary>
    public bool ReturnWhole { get; init; } = true;

    /// <summary>
    /// Requires HTTP/2, also without TLS, so that thousands of requests share a few connections. Otherwise HTTP/2 is used only if TLS negotiates it.
    /// </summary>
    public bool Http2 { get; init; }

    /// <summary>Seconds for one request, including its whole answer.</summary>
    public double TimeoutSeconds { get; init; } = 300;

    /// <summary>Attempts after the first, on 408, 429, 5xx and broken connections.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>Price of a million input tokens.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>Price of a million output tokens.</summary>
    public decimal OutputPrice { get; init; }

    /// <summary>Highest cost of this endpoint in one process, in the currency of the prices. 0 sets no limit.</summary>
    public decimal Budget { get; init; }

    /// <summary>Most tokens of this endpoint in one process. 0 sets no limit.</summary>
    public long TokenBudget { get; init; }

    /// <exception cref="ArgumentException">A setting is missing or out of its range. The message names it.</exception>
    public void Validate(string name)
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"{name}.endpoint is '{Endpoint}'; it must be an http or https address such as http://127.0.0.1:8000/v1.");
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            throw new ArgumentException($"{name}.model is empty; it must name the model to ask for.");
        }

        if (TimeoutSeconds is not (> 0 and <= 1500) || Retries is < 0 or > 20)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{name}: timeout_seconds is {TimeoutSeconds} (above 0, at most 1500), retries is {Retries} (0 to 20)."));
        }
    }
}
