namespace AgentScaler.LanguageModels;

/// <summary>What an error means for the next request.</summary>
internal enum EndpointErrorKind
{
    /// <summary>This request fails however often it is made.</summary>
    Refused,

    /// <summary>Every request fails until somebody pays.</summary>
    Quota,

    /// <summary>The conversation is too long.</summary>
    ContextLimit,

    /// <summary>Too many requests in a time.</summary>
    RateLimited,

    /// <summary>The server is full, starting or away.</summary>
    Overloaded,

    /// <summary>The same request may succeed.</summary>
    Passing,
}
