using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline;

/// <summary>The stages of the pipeline, each declared once.</summary>
public static class PipelineStages
{
    public static StageCatalog All { get; } = new([Collect, Cluster, Materialize, Tasks, Rollout, Filter, Train, Evaluate]);

    private static StageDefinition Collect => new(PipelineStage.Collect)
    {
        Description = "Imports API documents and keeps the tools that are clean.",
        Options = typeof(CollectionOptions),
        Results = [Collections.Tools, Collections.RejectedTools],
        Work = [WorkDeclaration.Of<PipelineRequested>()],
        Services = ["agentscaler-collection"],
        Section = "collection",
        Files = [new("tools.jsonl", Collections.Tools), new("rejected-tools.jsonl", Collections.RejectedTools)],
        Figures = [.. StageFigure.Both("documents", "operations", "tools", "duplicates", "rejected")],
        Traced = Collections.Tools,
        // The result of collect does not depend on the seed, so with another seed the sources need not be read again.
        IsSeeded = false,
    };

    private static StageDefinition Cluster => new(PipelineStage.Cluster)
    {
        Description = "Builds the tool graph and cuts it into domains.",
        Options = typeof(ClusteringOptions),
        Results = [Collections.Graphs, Collections.Domains],
        Work = [WorkDeclaration.Of<ScenariosCollected>()],
        Services = ["agentscaler-clustering"],
        Section = "graph",
        Files = [new("domains.jsonl", Collections.Domains), new("graph.json")],
        Figures = [.. StageFigure.Both("nodes", "edges", "domains"), .. StageFigure.Page("largest_domain", "singletons"), .. StageFigure.Summary("modularity")],
        Traced = Collections.Domains,
    };

    private static StageDefinition Materialize => new(PipelineStage.Materialize)
    {
        Description = "Gives each domain its database, its tool programs and its proofs.",
        Options = typeof(MaterializationOptions),
        Results = [Collections.Environments],
        Work = [WorkDeclaration.Of<DomainDiscovered>()],
        Services = ["agentscaler-materialization"],
        Section = "materialization",
        Files = [new("environments")],
        Figures =
        [
            .. StageFigure.Both("materialized", "rejected"),
            .. StageFigure.Summary("tools"),
            .. StageFigure.Both("executable_tools", "tables"),
            .. StageFigure.Page("differential_calls", "differential_mismatches", "mutation_score"),
        ],
        ReportsFailure = true,
    };

    private static StageDefinition Tasks => new(PipelineStage.Tasks)
    {
        Description = "Makes verifiable tasks: golden paths, golden states, intents.",
        Options = typeof(TaskOptions),
        Results = [Collections.Tasks, Collections.TaskSets],
        Work = [WorkDeclaration.Of<DomainMaterialized>()],
        Services = ["agentscaler-tasks"],
        Section = "tasks",
        Files = [new("tasks.jsonl", Collections.Tasks)],
        Figures = [.. StageFigure.Both("tasks", "write", "read_only", "refusal"), .. StageFigure.Page("replay_failures", "do_nothing_passes")],
        Traced = Collections.Tasks,
        ReportsFailure = true,
    };

    private static StageDefinition Rollout => new(PipelineStage.Rollout)
    {
        Description = "Plays every task: simulated user, agent, environment.",
        Options = typeof(RolloutOptions),
        Results = [Collections.Trajectories],
        Work = [WorkDeclaration.Of<TasksGenerated>(), WorkDeclaration.Of<RolloutRequested>(EpisodePurpose.Dataset)],
        Services = ["agentscaler-rollout"],
        Section = "rollouts",
        Files = [new("trajectories.jsonl", Collections.Trajectories)],
        Figures = [.. StageFigure.Both("attempts", "completed", "tool_calls", "tool_errors")],
        ReportsFailure = true,
        CountsAttempts = true,
    };

    private static StageDefinition Filter => new(PipelineStage.Filter)
    {
        Description = "Judges trajectories and builds the datasets.",
        Options = typeof(DatasetOptions),
        Results = [Collections.Verdicts, Collections.Datasets],
        Work = [WorkDeclaration.Of<TrajectoryRecorded>(EpisodePurpose.Dataset), WorkDeclaration.Of<DatasetRequested>()],
        Services = ["agentscaler-filtering"],
        Section = "funnel",
        Files = [new("datasets")],
        Figures = [.. StageFigure.Both("in", "validity", "state_alignment", "exact_match", "accepted"), .. StageFigure.Page("accepted_with_tool_errors")],
        CountsAttempts = true,
        Conclusions = [Collections.Datasets],
    };

    private static StageDefinition Train => new(PipelineStage.Train)
    {
        Description = "Trains a policy on the accepted trajectories.",
        Options = typeof(TrainingOptions),
        Results = [Collections.TrainingJobs, Collections.Checkpoints, Collections.TrainingTrajectories, Collections.TrainingVerdicts],
        Work =
        [
            WorkDeclaration.Of<TrainingRequested>(),
            WorkDeclaration.Of<RolloutRequested>(EpisodePurpose.Training),
            WorkDeclaration.Of<TrajectoryRecorded>(EpisodePurpose.Training),
        ],
        Services = ["agentscaler-training"],
        Section = "training",
        Files = [new("checkpoints")],
        Traced = Collections.Checkpoints,
    };

    private static StageDefinition Evaluate => new(PipelineStage.Evaluate)
    {
        Description = "Evaluates policies on held-out tasks by pass^k.",
        Options = typeof(EvaluationOptions),
        Results = [Collections.EvaluationTasks, Collections.EvaluationTrajectories, Collections.EvaluationVerdicts, Collections.Evaluations],
        Work =
        [
            WorkDeclaration.Of<EvaluationRequested>(),
            WorkDeclaration.Of<RolloutRequested>(EpisodePurpose.Evaluation),
            WorkDeclaration.Of<TrajectoryRecorded>(EpisodePurpose.Evaluation),
        ],
        Services = ["agentscaler-rollout", "agentscaler-filtering"],
        Section = "evaluation",
        Files = [new("evaluation.json")],
        ReportsFailure = true,
    };
}
