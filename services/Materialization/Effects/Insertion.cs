namespace AgentScaler.Materialization.Effects;

/// <summary>Whether a kind of effect inserts rows into its table.</summary>
internal enum Insertion
{
    Never,

    /// <summary>Only where no row has the key that the call names.</summary>
    WhereMissing,
    Always,
}
