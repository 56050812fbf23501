namespace AgentScaler.Language;

/// <summary>The classes of verbs in tool names. A class tells the kind of the tool.</summary>
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

    /// <summary>A write of which nothing more is known.</summary>
    Act,
}
