namespace AgentScaler.Materialization.Effects;

/// <summary>What a kind of effect uses a key among its tool's parameters for.</summary>
internal enum KeyRole
{
    /// <summary>It works on no row, or on many, so that no key names the row.</summary>
    None,

    /// <summary>The key names the one row that it works on.</summary>
    Names,

    /// <summary>The caller may choose the key of a new row.</summary>
    Chosen,
}
