namespace AgentScaler.Materialization.Effects;

/// <summary>How well a tool's result shows what a row of its table looks like. The best come first: they name the table's columns.</summary>
internal enum Showing
{
    /// <summary>The row as it is.</summary>
    Row,

    /// <summary>Rows as they are.</summary>
    Rows,

    /// <summary>The row that was made.</summary>
    NewRow,

    /// <summary>The row that was changed or made.</summary>
    KeptRow,

    /// <summary>The row that was changed.</summary>
    ChangedRow,

    /// <summary>A row after a step, a link or a batch, often in part.</summary>
    Echo,

    /// <summary>No row.</summary>
    Nothing,
}
