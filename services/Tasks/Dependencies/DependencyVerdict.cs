namespace AgentScaler.Tasks.Dependencies;

/// <summary>The verdicts on a dependency of the domain, found by making the calls in the environment.</summary>
public enum DependencyVerdict
{
    /// <summary>The producer returns a value that it was not given, and the consumer does something with it that it does with no other value.</summary>
    Verified,

    /// <summary>The consumer has no scalar argument at the parameter's path.</summary>
    NoParameter,

    /// <summary>No call of the producer succeeds on the initial state.</summary>
    ProducerFails,

    /// <summary>No result of the producer holds a value at the field's path.</summary>
    NotProduced,

    /// <summary>The producer returns only the value that it was given, so its caller already has it.</summary>
    Echo,

    /// <summary>No call of the consumer with a value of the producer succeeds.</summary>
    Refused,

    /// <summary>The consumer does the same with any other value, so it does not depend on this one.</summary>
    Indifferent,

    /// <summary>
    /// The consumer depends on the value, but no errand can need both calls: it reads nothing that the producer has not told, or takes back the
    /// producer's change.
    /// </summary>
    Needless,
}
