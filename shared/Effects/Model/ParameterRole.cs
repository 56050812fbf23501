namespace AgentScaler.Effects;

/// <summary>What a parameter does in its tool.</summary>
public enum ParameterRole
{
    /// <summary>A value of the resource: a filter of a read, a column of a write.</summary>
    Field,

    /// <summary>Credentials, output format, tracing: no effect on what the tool does.</summary>
    Boilerplate,
    Limit,
    Offset,
    Page,
    Cursor,
    Sort,
    Direction,
    Search,

    /// <summary>The lower bound of a column.</summary>
    From,

    /// <summary>The upper bound of a column.</summary>
    To,
}
