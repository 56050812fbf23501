using AgentScaler.Trajectories;

namespace AgentScaler.Rollout;

/// <summary>Plays the assistant in one episode. One instance serves one episode and may keep state.</summary>
public interface IAgent
{
    /// <summary>The name in the trajectory: <c>scripted</c>, <c>openai</c>, <c>policy:CHECKPOINT</c>.</summary>
    string Name { get; }

    /// <summary>The model, or <c>scripted</c>.</summary>
    string Model { get; }

    TrajectoryOrigin Origin { get; }

    /// <summary>The names of the mistakes that the agent was told to make; empty for a model.</summary>
    IReadOnlyList<string> Mistakes { get; }

    /// <summary>Returns the next assistant message.</summary>
    ValueTask<AgentTurn> NextAsync(AgentRequest request, CancellationToken cancellationToken);
}
