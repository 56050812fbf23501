namespace AgentScaler.Effects;

/// <summary>Where something that is held to be true of a tool comes from, in the order of trust: the most trusted first.</summary>
public enum Source
{
    /// <summary>The user's own word.</summary>
    Override,

    /// <summary>Calls and rows of the real service: recorded traffic, an adopted database.</summary>
    Recording,

    /// <summary>A language model's proposal that passed the proofs.</summary>
    Model,

    /// <summary>A sentence of the documentation.</summary>
    Text,

    /// <summary>What a tool's schemas and its HTTP operation declare.</summary>
    Schema,

    /// <summary>What names usually mean.</summary>
    Convention,
}
