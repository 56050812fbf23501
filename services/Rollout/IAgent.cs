using AgentScaler.Trajectories;

namespace AgentScaler.Rollout;

/// <summary>What speaks for the assistant in one episode. One instance serves one episode and may keep state.</summary>
public interface IAgent
{
    /// <summary>The name that stands in the trajectory: <c>scripted</c>, <c>openai</c>, <c>policy:CHECKPOINT</c>.</summary>
    string Name { get; }

    /// <summary>The model, or <c>scripted</c>.</summary>
    string Model { get; }

    TrajectoryOrigin Origin { get; }

    /// <summary>The mistakes that the agent was told to make, by name; empty for a model.</summary>
    IReadOnlyList<string> Mistakes { get; }

    /// <summary>The next assistant message.</summary>
    ValueTask<AgentTurn> NextAsync(AgentRequest request, CancellationToken cancellationToken);
}
