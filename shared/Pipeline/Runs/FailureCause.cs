namespace AgentScaler.Pipeline.Runs;

/// <summary>Values of a failed run's <c>cause</c>: the kind of failure, which decides who must act.</summary>
public static class FailureCause
{
    /// <summary>The input cannot be used.</summary>
    public const string Input = "input";

    /// <summary>All work was done, and none of its results can be used.</summary>
    public const string Rejected = "rejected";

    /// <summary>The work failed.</summary>
    public const string Work = "work";

    /// <summary>A server could serve no request: it refused the connection, its name is unknown, or its time ran out.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>A server's account has nothing left.</summary>
    public const string Quota = "quota";

    /// <summary>A server answers and refuses the requests: the key, the model's name or the address is wrong.</summary>
    public const string Refused = "refused";

    /// <summary>Derives the cause from the exception types of a failure, inner exceptions included; null if they imply none.</summary>
    /// <param name="types">Names of exception types, with or without their namespace.</param>
    public static string? Of(IEnumerable<string?> types)
    {
        var names = types.Select(type => type?[(type.LastIndexOf('.') + 1)..]).ToHashSet(StringComparer.Ordinal);
        return names.Contains("EndpointQuotaException") ? Quota
            : names.Contains("EndpointUnreachableException") || names.Contains("SocketException") ? Unreachable
            : names.Contains("ModelEndpointException") ? Refused
            : null;
    }

    /// <summary>
    /// The common cause of several failures. A spent quota outweighs all others. A server counts as out of reach only if every failure has that cause.
    /// </summary>
    public static string Common(IReadOnlyCollection<string?> causes) => causes.Contains(Quota) ? Quota
        : causes.Count > 0 && causes.All(cause => cause == Unreachable) ? Unreachable
        : causes.Count > 0 && causes.All(cause => cause == Refused) ? Refused
        : Work;
}
