namespace AgentScaler.Storage;

/// <summary>
/// All collections of the store. Where the contract names a document, its body is exactly that JSON. The workspace file is then the bodies of
/// the collection in order of id, one a line.
/// </summary>
public static class Collections
{
    /// <summary>Runs: sources, options by stage, seed, status.</summary>
    public static readonly CollectionDefinition Runs = new("runs", "status");

    /// <summary>One document a run and stage: the fingerprint of its inputs and options, its status and its figures. The id is the name of the stage.</summary>
    public static readonly CollectionDefinition Stages = new("stages", "status");

    public static readonly CollectionDefinition Tools = new("tools", "effect");

    public static readonly CollectionDefinition RejectedTools = new("rejected_tools", "reason");

    /// <summary>One document a run: the references of the graph's artifacts.</summary>
    public static readonly CollectionDefinition Graphs = new("graphs");

    public static readonly CollectionDefinition Domains = new("domains", "slug");

    /// <summary>One document a domain, by the domain's id: the status (materialized or rejected), the reason, figures, and references to its files.</summary>
    public static readonly CollectionDefinition Environments = new("environments", "status", "slug");

    /// <summary>
    /// One document a domain, by its slug: what the last materialization leaves to the next, namely the hash of its inputs, its environment and
    /// its proofs. No stage deletes it.
    /// </summary>
    public static readonly CollectionDefinition KeptEnvironments = new("kept_environments");

    public static readonly CollectionDefinition Tasks = new("tasks", "domain", "kind");

    /// <summary>One document a domain whose tasks were generated, by the domain's id: figures and coverage. It is written after the tasks themselves.</summary>
    public static readonly CollectionDefinition TaskSets = new("task_sets", "status");

    /// <summary>One recorded trajectory each, with its messages. A body above <see cref="Document.MaxBodyBytes"/> is refused.</summary>
    public static readonly CollectionDefinition Trajectories = new("trajectories", "task", "domain", "outcome");

    /// <summary>One verdict a trajectory, by the trajectory's id.</summary>
    public static readonly CollectionDefinition Verdicts = new("verdicts", "task", "domain", "stage");

    /// <summary>Tasks from a file that an evaluation was given. They take precedence over tasks of the same id in <see cref="Tasks"/>.</summary>
    public static readonly CollectionDefinition EvaluationTasks = new("evaluation_tasks", "domain");

    /// <summary>Episodes of the evaluation, in the form of <see cref="Trajectories"/>.</summary>
    public static readonly CollectionDefinition EvaluationTrajectories = new("evaluation_trajectories", "task", "agent", "outcome");

    /// <summary>Verdicts of the evaluation's episodes, by the trajectory's id.</summary>
    public static readonly CollectionDefinition EvaluationVerdicts = new("evaluation_verdicts", "task", "agent", "stage");

    /// <summary>Episodes that reward a policy in training, in the form of <see cref="Trajectories"/>.</summary>
    public static readonly CollectionDefinition TrainingTrajectories = new("training_trajectories", "task", "agent", "outcome");

    /// <summary>Verdicts of the training's episodes, by the trajectory's id.</summary>
    public static readonly CollectionDefinition TrainingVerdicts = new("training_verdicts", "task", "agent", "stage");

    public static readonly CollectionDefinition Datasets = new("datasets", "stage");

    public static readonly CollectionDefinition TrainingJobs = new("training_jobs", "status");

    public static readonly CollectionDefinition Checkpoints = new("checkpoints", "stage");

    public static readonly CollectionDefinition Evaluations = new("evaluations");

    /// <summary>Units of work that failed for good, by the hash of their message: the message, its type and the reason.</summary>
    public static readonly CollectionDefinition DeadWork = new("dead_work", "stage");

    /// <summary>Answers of language models, by the content of the request.</summary>
    public static readonly CollectionDefinition Ledger = new("ledger");

    public static readonly CollectionDefinition Traces = new("traces");

    /// <summary>Environment sessions opened over gRPC, one document each.</summary>
    public static readonly CollectionDefinition Sessions = new("sessions");

    /// <summary>The calls of every session, one document each. The id is made of the session and the step, so a step can be written only once.</summary>
    public static readonly CollectionDefinition SessionCalls = new("session_calls", "session");

    /// <summary>One document a kind of service. A running process of that kind keeps rewriting it.</summary>
    public static readonly CollectionDefinition Services = new("services");

    public static IReadOnlyList<CollectionDefinition> All { get; } =
    [
        Runs, Stages, Tools, RejectedTools, Graphs, Domains, Environments, KeptEnvironments, Tasks, TaskSets, Trajectories, Verdicts,
        EvaluationTasks, EvaluationTrajectories, EvaluationVerdicts, TrainingTrajectories, TrainingVerdicts,
        Datasets, TrainingJobs, Checkpoints, Evaluations, DeadWork, Ledger, Traces, Sessions, SessionCalls, Services,
    ];
}
