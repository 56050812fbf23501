namespace AgentScaler.Collection.Importing.Functions;

/// <summary>The meaning of an entry without parameters in a list.</summary>
internal enum ToolListKind
{
    /// <summary>A list of functions, in which the parameters of a function without any may be left out.</summary>
    Functions,

    /// <summary>A server's list, or a list of unknown kind, in which missing parameters are unknown.</summary>
    Tools,
}
