using AgentScaler.Contracts;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline;

/// <summary>The stages that play and judge the episodes of one purpose, and the collections that hold them.</summary>
/// <param name="Trajectories">Collection of the recorded episodes.</param>
/// <param name="Verdicts">Collection of their verdicts.</param>
public sealed record EpisodePlace(PipelineStage Playing, PipelineStage Judging, CollectionDefinition Trajectories, CollectionDefinition Verdicts)
{
    private static readonly EpisodePlace Dataset = new(PipelineStage.Rollout, PipelineStage.Filter, Collections.Trajectories, Collections.Verdicts);

    private static readonly EpisodePlace Evaluation =
        new(PipelineStage.Evaluate, PipelineStage.Evaluate, Collections.EvaluationTrajectories, Collections.EvaluationVerdicts)
        {
            GivenTasks = Collections.EvaluationTasks,
        };

    private static readonly EpisodePlace Training =
        new(PipelineStage.Train, PipelineStage.Train, Collections.TrainingTrajectories, Collections.TrainingVerdicts);

    /// <summary>Collection of tasks from a file, which take precedence over the run's own tasks. Null if no file can be given.</summary>
    public CollectionDefinition? GivenTasks { get; private init; }

    public static EpisodePlace Of(EpisodePurpose purpose) => purpose switch
    {
        EpisodePurpose.Dataset => Dataset,
        EpisodePurpose.Evaluation => Evaluation,
        EpisodePurpose.Training => Training,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "This is not a purpose of an episode."),
    };

    /// <summary>Returns the task that an episode plays.</summary>
    /// <exception cref="UnrecoverableException">The task does not exist.</exception>
    public Task<T> LoadTaskAsync<T>(IDocumentStore store, string run, string task, CancellationToken cancellationToken)
        where T : class => GivenTasks is { } given
        ? store.LoadAsync<T>(given, Collections.Tasks, run, task, cancellationToken)
        : store.LoadAsync<T>(Collections.Tasks, run, task, cancellationToken);

    /// <summary>Returns the index that groups episodes, with its value: the domain if they become datasets, otherwise the compared agent.</summary>
    public (string Index, string? Value) GroupOf(string domain, string agent) =>
        Trajectories.Indexes.Contains("domain") ? ("domain", domain) : ("agent", agent);
}
