namespace AgentScaler.Pipeline.Options;

/// <summary>Options for starting an external training engine. The command line is configuration, not code.</summary>
public sealed record ScaleOptions
{
    /// <summary>
    /// Program and arguments. {job} is replaced by the job file, {processes} by <see cref="Processes"/>, {worker} by the adapter script, and {fsdp}
    /// by its FSDP2 configuration.
    /// </summary>
    public IReadOnlyList<string> Command { get; init; } =
        ["accelerate", "launch", "--config_file", "{fsdp}", "--num_processes", "{processes}", "--num_machines", "1", "{worker}", "{job}"];

    /// <summary>The number of ranks. The adapter refuses to train with another number.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Rows of one forward pass on each device.</summary>
    public int RowsPerDevice { get; init; } = 1;

    public string Worker { get; init; } = "deploy/trainer/train_worker.py";

    public string FsdpConfig { get; init; } = "deploy/trainer/fsdp2.yaml";

    /// <summary>Environment variables in addition to those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a cancelled engine may take to save its checkpoint before it is killed.</summary>
    public int CancelSeconds { get; init; } = 120;
}
