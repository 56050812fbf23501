namespace AgentScaler.Environments.Programs;

/// <summary>The error codes of a tool result. The last three come from fault injection alone.</summary>
public enum ErrorCode
{
    InvalidArguments,
    NotFound,
    Conflict,
    PreconditionFailed,

    /// <summary>What the call would answer is more than a tool message may hold.</summary>
    ResultTooLarge,
    UnknownTool,
    Timeout,
    Unavailable,
    RateLimited,
}
