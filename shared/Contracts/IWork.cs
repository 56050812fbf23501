namespace AgentScaler.Contracts;

/// <summary>A message that asks for a unit of work of a run. The declaration of a stage names its messages of work.</summary>
public interface IWork
{
    /// <summary>The run that the work belongs to.</summary>
    string RunId { get; }
}
