namespace AgentScaler.Hosting.Runs;

/// <summary>Values of a failed run's <c>cause</c>: what kind of failure it is, and so who must act.</summary>
public static class FailureCause
{
    /// <summary>What was given cannot be used.</summary>
    public const string Input = "input";

    /// <summary>Everything was done, and nothing that came of it can be used.</summary>
    public const string Rejected = "rejected";

    /// <summary>The work failed.</summary>
    public const string Work = "work";

    /// <summary>A server could serve no request: it refused the connection, its name is unknown, or its time ran out.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>A server's account has nothing left.</summary>
    public const string Quota = "quota";

    /// <summary>The cause that a failure's types tell, those of its inner exceptions with it; null where they tell none.</summary>
    /// <param name="types">Names of exception types, with or without their namespace.</param>
    public static string? Of(IEnumerable<string?> types)
    {
        var names = types.Select(type => type?[(type.LastIndexOf('.') + 1)..]).ToHashSet(StringComparer.Ordinal);
        return names.Contains("EndpointQuotaException") ? Quota
            : names.Contains("EndpointUnreachableException") || names.Contains("SocketException") ? Unreachable
            : null;
    }

    /// <summary>The cause that several failures have together: a spent quota outweighs all, and a server is out of reach where none of them is anything else.</summary>
    public static string Common(IReadOnlyCollection<string?> causes) => causes.Contains(Quota) ? Quota
        : causes.Count > 0 && causes.All(cause => cause == Unreachable) ? Unreachable
        : Work;
}
