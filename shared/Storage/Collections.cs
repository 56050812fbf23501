namespace AgentScaler.Storage;

/// <summary>
/// Every collection of the store. A body is exactly the JSON of the contract where the contract names the document,
/// so that a workspace file is the collection's bodies in order of id, one a line.
/// </summary>
public static class Collections
{
    /// <summary>Runs: sources, options by stage, seed, status.</summary>
    public static readonly CollectionDefinition Runs = new("runs", "status");

    /// <summary>One document a run and stage: fingerprint of its inputs and options, status, figures.</summary>
    public static readonly CollectionDefinition Stages = new("stages", "status");

    public static readonly CollectionDefinition Tools = new("tools", "effect");

    public static readonly CollectionDefinition RejectedTools = new("rejected_tools", "reason");

    /// <summary>One document a run: the reference of the graph's artifact and its figures.</summary>
    public static readonly CollectionDefinition Graphs = new("graphs");

    public static readonly CollectionDefinition Domains = new("domains", "slug");

    /// <summary>One document a domain, by the domain's id: status (materialized, rejected), reason, figures, artifact references of its files.</summary>
    public static readonly CollectionDefinition Environments = new("environments", "status", "slug");

    /// <summary>What the latest materialization of a domain leaves to the next one, by the domain's slug: hash of its inputs, its environment, its proofs. No stage deletes it.</summary>
    public static readonly CollectionDefinition KeptEnvironments = new("kept_environments");

    public static readonly CollectionDefinition Tasks = new("tasks", "domain", "kind");

    /// <summary>One document a domain whose tasks were generated, by the domain's id: figures and coverage.</summary>
    public static readonly CollectionDefinition TaskSets = new("task_sets", "status");

    /// <summary>Header of a recorded trajectory; the messages stand in the body or, when large, in an artifact.</summary>
    public static readonly CollectionDefinition Trajectories = new("trajectories", "task", "domain", "outcome");

    /// <summary>One document a trajectory, by its id.</summary>
    public static readonly CollectionDefinition Verdicts = new("verdicts", "task", "domain", "stage");

    /// <summary>Tasks that an evaluation was given in a file; they come before those of <see cref="Tasks"/>.</summary>
    public static readonly CollectionDefinition EvaluationTasks = new("evaluation_tasks", "domain");

    /// <summary>Episodes of the evaluation, in the form of <see cref="Trajectories"/>.</summary>
    public static readonly CollectionDefinition EvaluationTrajectories = new("evaluation_trajectories", "task", "agent", "outcome");

    /// <summary>Verdicts of the evaluation's episodes, by the trajectory's id.</summary>
    public static readonly CollectionDefinition EvaluationVerdicts = new("evaluation_verdicts", "task", "agent", "stage");

    public static readonly CollectionDefinition Datasets = new("datasets", "stage");

    public static readonly CollectionDefinition TrainingJobs = new("training_jobs", "status");

    public static readonly CollectionDefinition Checkpoints = new("checkpoints", "stage");

    public static readonly CollectionDefinition Evaluations = new("evaluations");

    /// <summary>Units of work that died: message type, the message, the reason; by hash of the message.</summary>
    public static readonly CollectionDefinition DeadWork = new("dead_work", "stage");

    /// <summary>What language models answered, by content of the request.</summary>
    public static readonly CollectionDefinition Ledger = new("ledger");

    public static readonly CollectionDefinition Traces = new("traces");

    /// <summary>Environment sessions opened over gRPC, one document each.</summary>
    public static readonly CollectionDefinition Sessions = new("sessions");

    /// <summary>The log of every session: one document a call, its id the session's and the step.</summary>
    public static readonly CollectionDefinition SessionCalls = new("session_calls", "session");

    /// <summary>One document a kind of service, written again and again while one of its processes runs.</summary>
    public static readonly CollectionDefinition Services = new("services");

    public static IReadOnlyList<CollectionDefinition> All { get; } =
    [
        Runs, Stages, Tools, RejectedTools, Graphs, Domains, Environments, KeptEnvironments, Tasks, TaskSets, Trajectories, Verdicts,
        EvaluationTasks, EvaluationTrajectories, EvaluationVerdicts,
        Datasets, TrainingJobs, Checkpoints, Evaluations, DeadWork, Ledger, Traces, Sessions, SessionCalls, Services,
    ];
}
