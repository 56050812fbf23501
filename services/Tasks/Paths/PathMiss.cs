namespace AgentScaler.Tasks.Paths;

/// <summary>Why an attempt at a path ended; the later in this list, the further it had come.</summary>
public enum PathMiss
{
    /// <summary>The domain's tasks were enough before it came to this.</summary>
    NotTried,

    /// <summary>An argument has no value that a person could know or a tool could tell.</summary>
    NoArgument,

    /// <summary>The producer's result holds no value that what a person says would lead to.</summary>
    NotPointedAt,

    /// <summary>The environment refuses the call.</summary>
    CallRefused,

    /// <summary>The call that is to fail does not, or fails in another way.</summary>
    NotRefused,

    /// <summary>The write changes nothing.</summary>
    NothingChanged,

    /// <summary>The result tells nothing that the user or an earlier result has not told.</summary>
    NothingToTell,

    /// <summary>No other way leads to what the failing call was for.</summary>
    NoWayRound,

    /// <summary>The path is longer than a task may be.</summary>
    TooLong,

    /// <summary>A call of the path could be left out.</summary>
    UnneededCall,

    /// <summary>The task does not hold what every task must.</summary>
    NotVerified,

    /// <summary>A task with the same calls or the same words is there already.</summary>
    Duplicate,

    /// <summary>The task was made, and reaches something else.</summary>
    NotReached,
}
