using AgentScaler.Hosting.Runs;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Which policies are evaluated, on how many held-out tasks and how often.</summary>
public sealed record EvaluationPlan
{
    /// <summary>
    /// <c>scripted</c>, <c>openai</c>, <c>base</c>, or a checkpoint's name; empty: the untrained model and every
    /// checkpoint of the run.
    /// </summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Attempts a task: pass^k is reported for k up to it.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Most held-out tasks of each suite, taken evenly over domains and numbers of calls; 0 takes all.</summary>
    public int TaskLimit { get; init; } = 12;

    /// <summary>
    /// A file of tasks to evaluate on, all of them, instead of the held-out ones. In a run's document stands
    /// <c>sha256:</c> of its content, which the artifact store holds.
    /// </summary>
    public string? Tasks { get; init; }

    public static EvaluationPlan Of(RunDocument run) => run.OptionsOf<EvaluationPlan>(PipelineStage.Evaluate, ContractJson.Options);
}
