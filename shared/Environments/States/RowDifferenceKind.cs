namespace AgentScaler.Environments.States;

/// <summary>The ways in which a row of a final state can differ from the golden state.</summary>
public enum RowDifferenceKind
{
    /// <summary>Both states have the row, with other values.</summary>
    Changed,

    /// <summary>Only the golden state has it.</summary>
    Missing,

    /// <summary>Only the final state has it.</summary>
    Extra,
}
