using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Standalone.Commands;

/// <summary>Which settings of each stage the command line offers; the configuration file holds all of them.</summary>
internal static class StageOptionSets
{
    public static IReadOnlyList<StageOption> Collect { get; } =
    [
        StageOption.ListOf(PipelineStage.Collect, "--benchmark", "benchmarks", "Tool lists or task files of a benchmark: tools that match them are reported.", "PATH"),
        StageOption.Of<bool>(PipelineStage.Collect, "--exclude", "exclude", "Leave out the tools that match a benchmark, and the domains of which at least half match.", ""),
        StageOption.Of<bool>(PipelineStage.Collect, "--keep-boilerplate", "keep_boilerplate", "Keep optional parameters that tell nothing about their tool.", ""),
    ];

    public static IReadOnlyList<StageOption> Cluster { get; } =
    [
        StageOption.Of<double>(PipelineStage.Cluster, "--threshold", "threshold", "Least similarity of two tools that are linked.", "T"),
        StageOption.Of<double>(PipelineStage.Cluster, "--resolution", "resolution", "Resolution of the modularity; higher gives smaller domains.", "G"),
        StageOption.Of<string>(PipelineStage.Cluster, "--algorithm", "algorithm", "How communities are found.", "louvain|leiden", "louvain", "leiden"),
        StageOption.Of<string>(PipelineStage.Cluster, "--one-domain", "one_domain", "Make all tools one domain of this name.", "NAME"),
    ];

    public static IReadOnlyList<StageOption> Materialize { get; } =
    [
        StageOption.ListOf(PipelineStage.Materialize, "--domain", "domains", "Materialize these domains only.", "SLUG"),
        StageOption.File(PipelineStage.Materialize, "--state", "state", "Your own database dump, adopted as the initial state of the one domain. Kept for later runs.", orNone: true),
        StageOption.File(PipelineStage.Materialize, "--overrides", "overrides", "Your word on grouping, effects, keys, guards, policy and programs. Kept for later runs.", orNone: true),
        StageOption.Files(PipelineStage.Materialize, "--traffic", "traffic", "Recorded traffic (HAR 1.2) to measure the environments against. Kept for later runs."),
        .. Endpoint(PipelineStage.Materialize, "author", "author that proposes programs"),
    ];

    public static IReadOnlyList<StageOption> Tasks { get; } =
    [
        StageOption.Of<int>(PipelineStage.Tasks, "--per-domain", "per_domain", "Tasks a domain.", "N"),
        StageOption.Of<int>(PipelineStage.Tasks, "--max-steps", "max_steps", "Most golden calls of a task.", "N"),
        StageOption.Of<string>(PipelineStage.Tasks, "--grammar", "grammar", "Whose phrases and personas the intents use; the two sets share none.", "shared|held_out", "shared", "held_out"),
        StageOption.ListOf(PipelineStage.Tasks, "--benchmark", "benchmark_files", "Task files of a benchmark: tasks near to them are left out and counted.", "FILE"),
        .. Endpoint(PipelineStage.Tasks, "author", "author of intents"),
    ];

    public static IReadOnlyList<StageOption> Rollout { get; } =
    [
        StageOption.Of<int>(PipelineStage.Rollout, "--attempts", "attempts", "Episodes a task.", "K"),
        StageOption.Of<string>(PipelineStage.Rollout, "--agent", "agent", "Who plays the agent.", "scripted|openai|policy:CHECKPOINT"),
        StageOption.Of<string>(PipelineStage.Rollout, "--user", "user", "Who plays the user.", "scripted|openai", "scripted", "openai"),
        StageOption.Of<double>(PipelineStage.Rollout, "--faults", "faults", "Share of tool calls that fault injection answers.", "RATE"),
        StageOption.Of<int>(PipelineStage.Rollout, "--concurrency", "concurrency", "Episodes in flight.", "N"),
        .. Endpoint(PipelineStage.Rollout, "agent", "agent"),
        .. Endpoint(PipelineStage.Rollout, "user", "user"),
    ];

    public static IReadOnlyList<StageOption> Filter { get; } =
    [
        StageOption.Of<string>(
            PipelineStage.Filter, "--read-only-match", "read_only_match", "What counts as a match in read-only tasks.", "exact|equivalent", "exact", "equivalent"),
        StageOption.File(PipelineStage.Filter, "--realism-reference", "realism_reference", "What people said, to hold the intents against: multi-turn benchmark questions, or a .tar.gz of them."),
    ];

    public static IReadOnlyList<StageOption> Train { get; } =
    [
        StageOption.Of<string>(PipelineStage.Train, "--domain", "domain", "The vertical domain of stage 2.", "SLUG"),
        StageOption.Of<string>(PipelineStage.Train, "--engine", "engine", "What trains.", "torchsharp|torchrun", "torchsharp", "torchrun"),
        StageOption.Of<string>(PipelineStage.Train, "--model", "model", "A model folder in Hugging Face's layout, or tiny.", "DIR|tiny"),
    ];

    public static IReadOnlyList<StageOption> Evaluate { get; } =
    [
        StageOption.ListOf(PipelineStage.Evaluate, "--policy", "policies", "scripted, openai, or the name of a checkpoint.", "POLICY"),
        StageOption.Of<int>(PipelineStage.Evaluate, "--attempts", "attempts", "Attempts a task: pass^k up to this k.", "K"),
        StageOption.File(PipelineStage.Evaluate, "--tasks", "tasks", "A file of tasks to evaluate on, one a line."),
    ];

    /// <summary>The options of an OpenAI-compatible endpoint; the configuration file holds the rest of them.</summary>
    private static IEnumerable<StageOption> Endpoint(PipelineStage stage, string who, string role) =>
    [
        StageOption.Of<string>(stage, $"--{who}-endpoint", $"{who}_endpoint.endpoint", $"Base address of the OpenAI-compatible endpoint of the {role}.", "URL"),
        StageOption.Of<string>(stage, $"--{who}-model", $"{who}_endpoint.model", $"Model of the {role}.", "NAME"),
        StageOption.Of<string>(stage, $"--{who}-key-variable", $"{who}_endpoint.key_variable", $"Environment variable that holds the key of the {role}.", "NAME"),
        StageOption.Of<double>(stage, $"--{who}-temperature", $"{who}_endpoint.temperature", $"Sampling temperature of the {role}.", "T"),
        StageOption.Of<long>(stage, $"--{who}-token-budget", $"{who}_endpoint.token_budget", $"Most tokens that the {role} may take in one process; 0 sets no limit.", "N"),
    ];
}
