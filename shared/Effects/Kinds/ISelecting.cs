namespace AgentScaler.Effects;

/// <summary>An effect on the rows that match.</summary>
public interface ISelecting
{
    IReadOnlyList<ColumnBinding> Filters { get; }

    IReadOnlyList<TextSearch> Searches { get; }

    /// <summary>What else its words ask of a row.</summary>
    IReadOnlyList<RowCondition> Conditions => [];
}
