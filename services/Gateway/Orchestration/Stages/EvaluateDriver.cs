using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Orchestration.Stages;

/// <summary>Drives the stage evaluate. Its units are the episodes of the policies. The figures are computed at the end.</summary>
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
        var failure = dead.FailureOf(nameof(EvaluationRequested)) ?? (report is not null && lost > 0 ? SilentPolicy(run, plan!, dead) : null);
        return new StageProgress(Stage, done, plan?.Episodes.Count, lost, upstreamComplete && report is not null).With(failure);
    }

    /// <summary>Returns a failure if every episode of one policy died. Its zeros would not be results, even if other policies were evaluated.</summary>
    private static StageFailure? SilentPolicy(RunDocument run, EvaluationEpisodes plan, DeadUnits dead)
    {
        var units = dead.Units.Where(unit => unit.Message == nameof(RolloutRequested))
            .ToLookup(unit => DeadWork.IdOf(unit.Body.Deserialize<RolloutRequested>(ContractJson.Options)!), StringComparer.Ordinal);
        foreach (var policy in plan.Episodes.GroupBy(episode => episode.Policy, StringComparer.Ordinal))
        {
            var lost = policy.SelectMany(episode => units[DeadWork.IdOf(episode.Request(run))].Take(1)).ToList();
            if (lost.Count == policy.Count())
            {
                return new DeadUnits(lost).All($"none of {lost.Count} episodes of the policy '{policy.Key}' could be played");
            }
        }

        return null;
    }

    public async IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, [EnumeratorCancellation] CancellationToken cancellationToken)
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
                yield return new TrajectoryRecorded(run.Id, trajectory) { Purpose = EpisodePurpose.Evaluation };
            }
        }
    }

    public async IAsyncEnumerable<IWork> CommandsAsync(
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
