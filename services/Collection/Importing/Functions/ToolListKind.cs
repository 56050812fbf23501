namespace AgentScaler.Collection.Importing.Functions;

/// <summary>What an entry without parameters means in a list.</summary>
internal enum ToolListKind
{
    /// <summary>The list is one of functions, whose parameters may be left out where there are none.</summary>
    Functions,

    /// <summary>The list is a server's, or tells nothing: parameters that are not told are unknown.</summary>
    Tools,
}
