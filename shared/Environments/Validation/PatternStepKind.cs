namespace AgentScaler.Environments.Validation;

/// <summary>The actions of a compiled pattern's steps.</summary>
internal enum PatternStepKind
{
    /// <summary>Reads one code point of a set.</summary>
    Read,

    /// <summary>Continues at two steps at once.</summary>
    Split,

    /// <summary>Continues at another step.</summary>
    Jump,

    /// <summary>Continues at the start of the text only.</summary>
    Begin,

    /// <summary>Continues at the end of the text only.</summary>
    End,

    /// <summary>The pattern has occurred.</summary>
    Match,
}
