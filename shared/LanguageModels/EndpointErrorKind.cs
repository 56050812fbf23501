namespace AgentScaler.LanguageModels;

/// <summary>The kinds of error, by their consequence for the next request.</summary>
internal enum EndpointErrorKind
{
    /// <summary>This request fails on every attempt.</summary>
    Refused,

    /// <summary>Every request fails until the account is paid for.</summary>
    Quota,

    /// <summary>The conversation is too long.</summary>
    ContextLimit,

    /// <summary>Too many requests were sent in a period of time.</summary>
    RateLimited,

    /// <summary>The server is overloaded, starting or unreachable.</summary>
    Overloaded,

    /// <summary>The same request may succeed.</summary>
    Passing,
}
