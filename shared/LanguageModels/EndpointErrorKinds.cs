namespace AgentScaler.LanguageModels;

/// <summary>Determines the kind of an error from the body, and from the status only if the body does not tell it.</summary>
internal static class EndpointErrorKinds
{
    private static readonly string[] ContextWords =
    [
        "context_length_exceeded", "exceed_context_size", "context_window_exceeded", "maximum context length", "context length", "context window",
        "context size", "maximum model length", "prompt is too long", "prompt too long", "input is too long", "input too long",
        "prompt exceeds max length", "exceeds the maximum number of tokens", "exceeds maximum allowed token", "reduce the length of",
        "reduce your message size", "range of input length", "max_new_tokens` must be", "max_tokens must be at least 1", "string_above_max_length",
        "max_prompt_tokens_exceeded",
    ];

    private static readonly string[] QuotaWords =
    [
        "insufficient_quota", "insufficient quota", "insufficient_balance", "insufficient balance", "insufficient_credit", "insufficient credit",
        "insufficient funds", "exceeded_current_quota", "exceeded your current quota", "exceeded your monthly", "billing_hard_limit",
        "billing hard limit", "billing_not_active", "credit balance", "out of credits", "requires more credits", "payment_required",
        "payment required", "arrearage", "spending limit", "allocationquota", "quota exhausted", "perday",
    ];

    private static readonly string[] RateWords =
    [
        "rate_limit", "rate limit", "ratelimit", "too many requests", "too_many_requests", "toomanyrequests", "throttl", "resource_exhausted",
        "tokens per min", "requests per min", "perminute",
    ];

    private static readonly string[] OverloadWords =
    [
        "overloaded", "server_busy", "server is busy", "over capacity", "at capacity", "loading model", "model is loading", "currently loading",
        "service_unavailable", "service unavailable", "serviceunavailable", "temporarily unavailable", "currently unavailable",
        "no healthy upstream",
    ];

    private static readonly string[] RefusalWords =
    [
        "invalid_request", "authentication_error", "invalid_api_key", "incorrect api key", "invalid api key", "permission", "model_not_found",
        "not_found_error", "badrequesterror", "notfounderror", "content_filter", "content_policy", "unprocessable", "invalid_argument",
        "unauthorized", "extra_forbidden", "does not exist", "not supported", "unsupported",
    ];

    public static EndpointErrorKind Of(EndpointError error, int? status)
    {
        var words = error.Words;
        var code = error.Code ?? status;
        if (Says(ContextWords, words) || code == 413)
        {
            return EndpointErrorKind.ContextLimit;
        }

        // One vendor uses the same message for a minute's quota and for an account's quota. It means a minute's quota if it requests a pause.
        if (code == 402 || (Says(QuotaWords, words) && (error.Pause is null || words.Contains("perday", StringComparison.Ordinal))))
        {
            return EndpointErrorKind.Quota;
        }

        return Says(RateWords, words) ? EndpointErrorKind.RateLimited
            : Says(OverloadWords, words) ? EndpointErrorKind.Overloaded
            : Says(RefusalWords, words) ? EndpointErrorKind.Refused
            : OfStatus(code);
    }

    private static EndpointErrorKind OfStatus(int? code) => code switch
    {
        429 => EndpointErrorKind.RateLimited,
        502 or 503 or 504 or 529 => EndpointErrorKind.Overloaded,
        408 or 409 or 425 => EndpointErrorKind.Passing,
        >= 400 and < 500 => EndpointErrorKind.Refused,
        _ => EndpointErrorKind.Passing,
    };

    private static bool Says(string[] signs, string words) => signs.Any(sign => words.Contains(sign, StringComparison.Ordinal));
}
