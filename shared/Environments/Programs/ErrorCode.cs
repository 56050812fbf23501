namespace AgentScaler.Environments.Programs;

/// <summary>The error codes of a tool result. The last three come from fault injection alone.</summary>
public enum ErrorCode
{
    InvalidArguments,
    NotFound,
    Conflict,
    PreconditionFailed,
    UnknownTool,
    Timeout,
    Unavailable,
    RateLimited,
}
