using System.Runtime.CompilerServices;
using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>One unit of work an episode of a policy; then the figures.</summary>
internal sealed class EvaluateDriver(StageQueries queries) : IStageDriver
{
    public PipelineStage Stage => PipelineStage.Evaluate;

    public async Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(run, cancellationToken);
        var done = await queries.Store.CountAsync(Collections.EvaluationVerdicts, run.Id, cancellationToken);
        var report = await queries.Store.GetAsync(Collections.Evaluations, run.Id, EvaluationDocuments.Report, cancellationToken);
        var dead = await queries.DeadAsync(run.Id, Stage, cancellationToken);
        var lost = dead.Count == 0 ? 0 : await queries.DeadAmongAsync(run.Id, Stage, OutstandingAsync(run, cancellationToken), cancellationToken);
        return new StageProgress(Stage, done, plan?.Episodes.Count, lost, upstreamComplete && report is not null)
        {
            Failure = dead.FailureOf(nameof(EvaluationRequested)),
        };
    }

    public async IAsyncEnumerable<object> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await PlanAsync(run, cancellationToken) is not { } plan)
        {
            yield break;
        }

        var played = await queries.IdsAsync(Collections.EvaluationTrajectories, run.Id, cancellationToken);
        var judged = await queries.IdsAsync(Collections.EvaluationVerdicts, run.Id, cancellationToken);
        foreach (var episode in plan.Episodes)
        {
            var request = episode.Request(run);
            var trajectory = EpisodePlan.IdOf(request);
            if (!played.Contains(trajectory))
            {
                yield return request;
            }
            else if (!judged.Contains(trajectory))
            {
                yield return new TrajectoryRecorded(run.Id, trajectory) { Evaluation = true };
            }
        }
    }

    public async IAsyncEnumerable<object> CommandsAsync(
        RunDocument run, bool upstreamComplete, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!upstreamComplete)
        {
            yield break;
        }

        var progress = await ProgressAsync(run, upstreamComplete, cancellationToken);
        if (progress.Expected is null)
        {
            yield return new EvaluationRequested(run.Id);
        }
        else if (!progress.IsComplete && progress.Done + progress.Dead >= progress.Expected)
        {
            yield return new EvaluationRequested(run.Id) { Played = true };
        }
    }

    private Task<EvaluationEpisodes?> PlanAsync(RunDocument run, CancellationToken cancellationToken) =>
        queries.Store.FindAsync<EvaluationEpisodes>(Collections.Evaluations, run.Id, EvaluationDocuments.Plan, cancellationToken);
}
