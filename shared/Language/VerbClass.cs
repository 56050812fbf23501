namespace AgentScaler.Language;

/// <summary>What a verb of a tool's name says about the tool.</summary>
public enum VerbClass
{
    None,
    Get,
    List,
    Search,
    Count,
    Create,
    Update,
    Upsert,
    Delete,
    Transition,
    Link,
    Unlink,
    Send,
    Transfer,
    Compute,
    Lookup,
    Check,

    /// <summary>A write that is known to be one and nothing more.</summary>
    Act,
}
