using AgentScaler.Gateway.Evaluation;
using AgentScaler.Hosting.Telemetry;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>
/// Prepares the store before a run starts or continues. Keeps stored results while fingerprints match, and deletes everything from the first stage
/// that differs.
/// </summary>
public sealed class RunPlanner(IDocumentStore store, RunRepository runs)
{
    /// <summary>Prepares the stages and saves the run as running.</summary>
    public async Task PrepareAsync(RunDocument run, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(run.Id, cancellationToken) is { Status: RunStatus.Failed })
        {
            await ReopenFailedAsync(run.Id, cancellationToken);
        }

        var fingerprints = Fingerprint.Of(run);
        var attempts = run.OptionsOf<RolloutOptions>().Attempts;
        foreach (var declared in PipelineStages.All)
        {
            var stage = declared.Stage;
            var fingerprint = fingerprints[stage];
            var current = await runs.StageAsync(run.Id, stage, cancellationToken);
            var units = declared.CountsAttempts ? new StageUnits(Fingerprint.OfUnits(run, stage), attempts) : null;
            if (current is not null && current.Fingerprint != fingerprint)
            {
                if (units is not null && current.Units is { } before && before.Hash == units.Hash && before.Attempts < units.Attempts)
                {
                    await ReopenAsync(run.Id, stage, cancellationToken);
                }
                else
                {
                    await ClearAsync(run.Id, stage, cancellationToken);
                }

                current = null;
            }

            if (current is null && stage <= run.Until)
            {
                await runs.ChangeAsync(run.Id, stage,
                    _ => new StageDocument(stage, fingerprint, RunStatus.Running) { TraceId = RunTrace.TraceIdOf(run), Units = units }, cancellationToken);
            }
        }

        await ReopenTrainingsAsync(run.Id, cancellationToken);
        await runs.SaveAsync(run with { Status = RunStatus.Running, Reason = null, Ended = null }, cancellationToken);
    }

    /// <summary>
    /// Deletes the records of a run's dead work, so that it is tried again, and all results that were computed without it. The first stage with dead
    /// work keeps its results. The stages after it are redone.
    /// </summary>
    /// <returns>Number of units that are tried again.</returns>
    public async Task<int> ReviveAsync(string run, CancellationToken cancellationToken)
    {
        var dead = new List<Document>();
        await foreach (var document in store.StreamAsync(Collections.DeadWork, run, null, cancellationToken))
        {
            dead.Add(document);
        }

        if (dead.Count == 0)
        {
            return 0;
        }

        var first = dead.Min(document => document.Read<DeadWorkDocument>().Stage);
        await store.DeleteAsync(Collections.DeadWork, run, cancellationToken);
        await store.DeleteAsync(Collections.Stages, run, first.Name(), cancellationToken);
        foreach (var declared in PipelineStages.All.Where(declared => declared.Stage > first))
        {
            await ClearAsync(run, declared.Stage, cancellationToken);
        }

        return dead.Count;
    }

    /// <summary>
    /// Prepares a failed run that is requested again. The cause of the failure may have been removed, so the failed stage tries again the units that
    /// died or gave no result. Finished work is kept.
    /// </summary>
    private async Task ReopenFailedAsync(string run, CancellationToken cancellationToken)
    {
        foreach (var stage in PipelineStages.All.Select(declared => declared.Stage))
        {
            if (await runs.StageAsync(run, stage, cancellationToken) is { Status: RunStatus.Completed })
            {
                continue;
            }

            await ForgetDeadAsync(run, stage, cancellationToken);
            if (stage == PipelineStage.Materialize)
            {
                await ForgetEmptyDomainsAsync(run, cancellationToken);
            }
            else if (stage == PipelineStage.Evaluate)
            {
                await store.DeleteAsync(Collections.Evaluations, run, EvaluationDocuments.Report, cancellationToken);
            }

            return;
        }
    }

    /// <summary>Materializes again the domains that have no environment or for which the author returned nothing.</summary>
    private async Task ForgetEmptyDomainsAsync(string run, CancellationToken cancellationToken)
    {
        await foreach (var document in store.StreamAsync(Collections.Environments, run, null, cancellationToken))
        {
            if (document.Read<EnvironmentDocument>() is { Status: EnvironmentDocument.Rejected } or { AuthoringFailed: true })
            {
                await store.DeleteAsync(Collections.Environments, run, document.Id, cancellationToken);
            }
        }
    }

    private async Task ForgetDeadAsync(string run, PipelineStage stage, CancellationToken cancellationToken)
    {
        await foreach (var dead in store.QueryAsync(Collections.DeadWork, run, "stage", stage.Name(), cancellationToken))
        {
            await store.DeleteAsync(Collections.DeadWork, run, dead.Id, cancellationToken);
        }
    }

    /// <summary>Prepares a stage that is to have more units. Its existing results are kept, and results computed from all of them are deleted.</summary>
    private async Task ReopenAsync(string run, PipelineStage stage, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(Collections.Stages, run, stage.Name(), cancellationToken);
        foreach (var conclusion in PipelineStages.All[stage].Conclusions)
        {
            await store.DeleteAsync(conclusion, run, cancellationToken);
        }
    }

    /// <summary>
    /// Puts failed or cancelled training jobs back into the queue. The cause may have been removed, and any machine can continue from the last
    /// checkpoint.
    /// </summary>
    private async Task ReopenTrainingsAsync(string run, CancellationToken cancellationToken)
    {
        foreach (var status in new[] { TrainingStatus.Failed, TrainingStatus.Cancelled })
        {
            await foreach (var ended in store.QueryAsync(Collections.TrainingJobs, run, "status", status, cancellationToken))
            {
                // The job is written anew, because a changed one would stay leased to the worker that gave it up.
                var waiting = ended.Read<TrainingJobDocument>() with { Status = TrainingStatus.Waiting, Reason = null };
                await store.DeleteAsync(Collections.TrainingJobs, run, ended.Id, cancellationToken);
                await store.PutIfAbsentAsync(Collections.TrainingJobs, TypedDocuments.Of(run, ended.Id, waiting, ("status", waiting.Status)),
                    cancellationToken);
            }
        }
    }

    private async Task ClearAsync(string run, PipelineStage stage, CancellationToken cancellationToken)
    {
        // The mark is deleted first. If the results were deleted first, a crash in between would leave a stage marked complete without results.
        await store.DeleteAsync(Collections.Stages, run, stage.Name(), cancellationToken);
        foreach (var collection in PipelineStages.All[stage].Results)
        {
            await store.DeleteAsync(collection, run, cancellationToken);
        }

        await ForgetDeadAsync(run, stage, cancellationToken);
    }
}
