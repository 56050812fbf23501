namespace AgentScaler.Tasks.Reading;

/// <summary>How readily a person knows a row's key.</summary>
internal enum KeySaying
{
    /// <summary>People use it: an order number, an e-mail address, an ISBN.</summary>
    Natural,

    /// <summary>Short enough to stand on a letter; said only where no tool leads to it.</summary>
    Reference,

    /// <summary>Internal: a hash or a UUID; said only where nothing else leads to the row at all.</summary>
    Opaque,
}
