namespace AgentScaler.Materialization.SchemaInference;

/// <summary>What a tool does to its domain's database.</summary>
internal enum SketchKind
{
    /// <summary>One row by key, or by another column that the parameters name.</summary>
    Get,

    /// <summary>Rows, filtered, sorted and paged.</summary>
    List,

    /// <summary>How many rows match.</summary>
    Count,
    Create,

    /// <summary>Several rows from an array argument.</summary>
    CreateMany,
    Update,

    /// <summary>Update, or create where the key is new.</summary>
    Upsert,
    Delete,

    /// <summary>Every row that matches.</summary>
    DeleteMany,

    /// <summary>A step of the life cycle.</summary>
    Transition,

    /// <summary>Adds to a set column, or a row of a link table.</summary>
    Link,
    Unlink,

    /// <summary>Moves an amount from one row to another.</summary>
    Transfer,

    /// <summary>What no database holds, derived from the arguments.</summary>
    Lookup,
}
