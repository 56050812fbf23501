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
    /// <summary>How each argument of each golden call is obtained, for the scripted agent and for checks.</summary>
    public IReadOnlyList<ArgumentPlan> Plan { get; init; } = [];

    /// <summary>Where each answer value is found: source expressions in the order of <see cref="AnswerValues"/>.</summary>
    public IReadOnlyList<Value> AnswerSources { get; init; } = [];

    /// <summary>The wishes that make up the intent, in order.</summary>
    public IReadOnlyList<IntentPart> Parts { get; init; } = [];

    /// <summary>In a refusal task, the sentence of the policy that forbids what the user wants; else null.</summary>
    public string? ForbiddenBy { get; init; }
}
