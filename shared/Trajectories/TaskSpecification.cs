using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories;

/// <summary>A verifiable task (contract, section 3).</summary>
/// <param name="Domain">The domain's slug.</param>
/// <param name="GoldenResults">The results of the golden calls, in order.</param>
/// <param name="GoldenDiff">The changes of the golden path, as a diff against the initial state.</param>
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
    /// <summary>The source of each argument of each golden call, for the scripted agent and for checks.</summary>
    public IReadOnlyList<ArgumentPlan> Plan { get; init; } = [];

    /// <summary>The source expression of each answer value, in the order of <see cref="AnswerValues"/>.</summary>
    public IReadOnlyList<Value> AnswerSources { get; init; } = [];

    /// <summary>The wishes that make up the intent, in order.</summary>
    public IReadOnlyList<IntentPart> Parts { get; init; } = [];

    /// <summary>In a refusal task, the sentence of the policy that forbids the user's wish; else null.</summary>
    public string? ForbiddenBy { get; init; }
}
