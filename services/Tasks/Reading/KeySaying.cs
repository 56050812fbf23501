namespace AgentScaler.Tasks.Reading;

/// <summary>How readily a person knows a row's key.</summary>
internal enum KeySaying
{
    /// <summary>People use it: an order number, an e-mail address, an ISBN.</summary>
    Natural,

    /// <summary>Short enough to be printed on a letter. It is said only if no tool leads to it.</summary>
    Reference,

    /// <summary>Internal: a hash or a UUID. It is said only if nothing else leads to the row.</summary>
    Opaque,
}
