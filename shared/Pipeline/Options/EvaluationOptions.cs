namespace AgentScaler.Pipeline.Options;

/// <summary>The policies to evaluate, and how many held-out tasks and attempts each of them gets.</summary>
public sealed record EvaluationOptions
{
    /// <summary>
    /// <c>scripted</c>, <c>openai</c>, <c>base</c>, or the name of a checkpoint. Empty means the untrained model and every checkpoint of the run.
    /// </summary>
    [Flag("--policy", "scripted, openai, or the name of a checkpoint.", "POLICY")]
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Attempts per task. pass^k is reported for every k up to this number.</summary>
    [Flag("--attempts", "Attempts a task: pass^k up to this k.", "K")]
    public int Attempts { get; init; } = 2;

    /// <summary>Most held-out tasks of each suite, spread evenly over domains and numbers of calls. 0 takes all.</summary>
    public int TaskLimit { get; init; } = 12;

    /// <summary>
    /// A file of tasks that replaces the held-out tasks. All of its tasks are used. A run's document names the file by <c>sha256:</c> of its content, which
    /// is in the artifact store.
    /// </summary>
    [Flag("--tasks", "A file of tasks to evaluate on, one a line.", IsFile = true)]
    public string? Tasks { get; init; }
}
