using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories;

/// <summary>A verifiable task (contract, section 3).</summary>
/// <param name="Domain">The domain's slug.</param>
/// <param name="GoldenResults">What each golden call gave, in order.</param>
/// <param name="GoldenDiff">What the golden path changes, as a diff against the initial state.</param>
/// <param name="AnswerValues">Values that the final answer must contain.</param>
/// <param name="InitialState"><c>sha256:</c> of the initial state.</param>
/// <param name="Steps">Number of golden calls.</param>
public sealed record TaskSpecification(
    string Id,
    string Domain,
    TaskKind Kind,
    string Intent,
    SimulatedUser User,
    IReadOnlyList<GoldenCall> GoldenCalls,
    IReadOnlyList<ToolResult> GoldenResults,
    Value GoldenDiff,
    IReadOnlyList<Value> AnswerValues,
    string InitialState,
    string GoldenState,
    int Steps,
    TaskProvenance Provenance)
{
    /// <summary>
    /// How each argument of each golden call is obtained, for the scripted agent: one JSON pointer-like source per
    /// argument (user, result of an earlier call, policy, default, computation), never a value.
    /// </summary>
    public IReadOnlyList<ArgumentPlan> Plan { get; init; } = [];
}
