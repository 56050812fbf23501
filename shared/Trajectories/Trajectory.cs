using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories;

/// <summary>One recorded episode (contract, section 3).</summary>
/// <param name="Id">Hash of task, attempt, seed and agent.</param>
/// <param name="FinalState"><c>sha256:</c> of the state at the end.</param>
/// <param name="FinalDiff">The changes of the episode, as a diff against the initial state.</param>
public sealed record Trajectory(
    string Id,
    string Task,
    string Domain,
    int Attempt,
    long Seed,
    string Agent,
    TrajectoryOrigin Origin,
    IReadOnlyList<ChatMessage> Messages,
    string FinalState,
    Value FinalDiff,
    TrajectoryOutcome Outcome,
    TrajectoryProvenance Provenance)
{
    /// <summary>Null until judged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Verdict? Verdict { get; init; }
}
