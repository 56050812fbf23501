namespace AgentScaler.Training.Jobs;

/// <summary>Section <c>Training</c> of the configuration: the process, not what a run asks for.</summary>
public sealed class TrainingServiceOptions
{
    public const string Section = "Training";

    /// <summary>Folder for shards, points to resume from and checkpoints at hand; beside the embedded store by default.</summary>
    public string? Folder { get; set; }

    /// <summary>A folder of checkpoints that are served by name to requests that name no run.</summary>
    public string? Checkpoints { get; set; }

    /// <summary>How long a claimed job stays claimed without a sign of life.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the store is asked for jobs that no message announced here.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether points to resume from go to the artifact store, so that another machine can go on; off in one process.</summary>
    public bool ShareResumePoints { get; set; }

    /// <summary>Whether this process takes training jobs; one without only serves policies.</summary>
    public bool TakesJobs { get; set; } = true;

    /// <summary>Requests that a policy decodes together.</summary>
    public int PolicySlots { get; set; } = 8;

    /// <summary>CPU threads of generation; 0: all cores.</summary>
    public int PolicyThreads { get; set; }
}
