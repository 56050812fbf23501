namespace AgentScaler.Environments.Validation;

/// <summary>What one step of a compiled pattern does.</summary>
internal enum PatternStepKind
{
    /// <summary>Reads one code point of a set.</summary>
    Read,

    /// <summary>Goes on at two places at once.</summary>
    Split,

    /// <summary>Goes on elsewhere.</summary>
    Jump,

    /// <summary>Goes on at the start of the text only.</summary>
    Begin,

    /// <summary>Goes on at the end of the text only.</summary>
    End,

    /// <summary>The pattern has occurred.</summary>
    Match,
}
