namespace AgentScaler.Tasks.Dependencies;

/// <summary>What a dependency of the domain is worth in the environment as it was made, found by making the calls.</summary>
public enum DependencyVerdict
{
    /// <summary>The producer gives a value that it was not given, and the consumer does with it what it does with no other.</summary>
    Verified,

    /// <summary>The consumer has no scalar argument at the parameter's path.</summary>
    NoParameter,

    /// <summary>No call of the producer succeeds on the initial state.</summary>
    ProducerFails,

    /// <summary>No result of the producer holds a value at the field's path.</summary>
    NotProduced,

    /// <summary>The producer gives back only what it was given: whoever calls it has the value already.</summary>
    Echo,

    /// <summary>No call of the consumer with a value of the producer succeeds.</summary>
    Refused,

    /// <summary>The consumer does the same with any other value: it does not depend on this one.</summary>
    Indifferent,

    /// <summary>
    /// The consumer depends on the value, but no errand can need both calls: it reads nothing that the producer has not told
    /// already, or takes back what the producer did.
    /// </summary>
    Needless,
}
