namespace AgentScaler.Tasks.Paths;

/// <summary>The reasons why an attempt at a path ended. A later one in this list means that the attempt came further.</summary>
public enum PathMiss
{
    /// <summary>The domain had enough tasks before an attempt.</summary>
    NotTried,

    /// <summary>An argument has no value that a person could know or a tool could tell.</summary>
    NoArgument,

    /// <summary>The producer's result has no value to which a person's words would lead.</summary>
    NotPointedAt,

    /// <summary>The environment refuses the call.</summary>
    CallRefused,

    /// <summary>The call that must fail does not, or fails in another way.</summary>
    NotRefused,

    /// <summary>The write changes nothing.</summary>
    NothingChanged,

    /// <summary>The result tells nothing that the user or an earlier result has not told.</summary>
    NothingToTell,

    /// <summary>There is no other way to the goal of the failing call.</summary>
    NoWayRound,

    /// <summary>The path is longer than a task may be.</summary>
    TooLong,

    /// <summary>A call of the path could be left out.</summary>
    UnneededCall,

    /// <summary>The task failed the verification.</summary>
    NotVerified,

    /// <summary>There is already a task with the same calls or the same words.</summary>
    Duplicate,

    /// <summary>The task was made, but covers something else.</summary>
    NotReached,
}
