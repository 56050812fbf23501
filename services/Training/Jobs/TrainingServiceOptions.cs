namespace AgentScaler.Training.Jobs;

/// <summary>Section <c>Training</c> of the configuration. It configures the process, not a run.</summary>
public sealed class TrainingServiceOptions
{
    public const string Section = "Training";

    /// <summary>The folder for shards, resume points and local checkpoints. By default it is beside the embedded store.</summary>
    public string? Folder { get; set; }

    /// <summary>A folder of checkpoints that are served by name to requests that name no run.</summary>
    public string? Checkpoints { get; set; }

    /// <summary>How long a job stays claimed without a sign of life from its worker.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The interval at which the store is asked for jobs that no message announced here.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether resume points are put into the artifact store, so that another machine can continue. It is off in one process.</summary>
    public bool ShareResumePoints { get; set; }

    /// <summary>Whether this process takes training jobs. Otherwise it only serves policies.</summary>
    public bool TakesJobs { get; set; } = true;

    /// <summary>Requests that a policy decodes together.</summary>
    public int PolicySlots { get; set; } = 8;

    /// <summary>CPU threads for generation; 0 uses one thread for a small model, else all cores.</summary>
    public int PolicyThreads { get; set; }
}
