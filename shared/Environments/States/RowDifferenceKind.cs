namespace AgentScaler.Environments.States;

/// <summary>How a row of a final state differs from the golden state.</summary>
public enum RowDifferenceKind
{
    /// <summary>Both states have the row, with other values.</summary>
    Changed,

    /// <summary>Only the golden state has it.</summary>
    Missing,

    /// <summary>Only the final state has it.</summary>
    Extra,
}
