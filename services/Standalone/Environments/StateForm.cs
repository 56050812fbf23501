namespace AgentScaler.Standalone.Environments;

/// <summary>The forms in which a final state is written.</summary>
internal enum StateForm
{
    /// <summary>Rows by table.</summary>
    Tables,

    /// <summary>The form of the dump that was adopted, in canonical JSON.</summary>
    Dump,
}
