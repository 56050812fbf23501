namespace AgentScaler.Effects;

/// <summary>An effect that stores arguments in columns.</summary>
public interface IAssigning
{
    IReadOnlyList<ColumnBinding> Assignments { get; }
}
