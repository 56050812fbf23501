using AgentScaler.Gateway.Evaluation;
using AgentScaler.Hosting.Telemetry;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>
/// Before a run starts or goes on: what stands in the store from before is kept where its fingerprint is the one that is
/// wanted now, and deleted from the first difference on.
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
                await runs.ChangeAsync(run.Id, stage, _ => new StageDocument(stage, fingerprint, RunStatus.Running) { TraceId = RunTrace.TraceIdOf(run), Units = units }, cancellationToken);
            }
        }

        await ReopenTrainingsAsync(run.Id, cancellationToken);
        await runs.SaveAsync(run with { Status = RunStatus.Running, Reason = null, Ended = null }, cancellationToken);
    }

    /// <summary>
    /// Forgets the dead work of a run, so that it is tried again, and what was concluded without it. The first stage with
    /// dead work keeps its results; the stages after it are redone.
    /// </summary>
    /// <returns>How many units are tried again.</returns>
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
    /// A run that failed is asked for again: what made it fail may be mended, so the stage that it failed in does again what died or came
    /// to nothing. What was done stays.
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

    /// <summary>Domains that have no environment, and those that their author gave nothing for, are made again.</summary>
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

    /// <summary>More units are wanted: those that are there stay, what was concluded from all of them goes.</summary>
    private async Task ReopenAsync(string run, PipelineStage stage, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(Collections.Stages, run, stage.Name(), cancellationToken);
        foreach (var conclusion in PipelineStages.All[stage].Conclusions)
        {
            await store.DeleteAsync(conclusion, run, cancellationToken);
        }
    }

    /// <summary>A training that failed or was cancelled waits to be asked for anew: what made it fail may be mended, and on any machine it goes on from its last saved point.</summary>
    private async Task ReopenTrainingsAsync(string run, CancellationToken cancellationToken)
    {
        foreach (var status in new[] { TrainingStatus.Failed, TrainingStatus.Cancelled })
        {
            await foreach (var ended in store.QueryAsync(Collections.TrainingJobs, run, "status", status, cancellationToken))
            {
                // Put anew rather than changed: a changed one stays leased to the worker that gave it up.
                var waiting = ended.Read<TrainingJobDocument>() with { Status = TrainingStatus.Waiting, Reason = null };
                await store.DeleteAsync(Collections.TrainingJobs, run, ended.Id, cancellationToken);
                await store.PutIfAbsentAsync(Collections.TrainingJobs, TypedDocuments.Of(run, ended.Id, waiting, ("status", waiting.Status)), cancellationToken);
            }
        }
    }

    private async Task ClearAsync(string run, PipelineStage stage, CancellationToken cancellationToken)
    {
        // The mark goes first: were the results deleted under a mark that says complete, a crash here would hide it.
        await store.DeleteAsync(Collections.Stages, run, stage.Name(), cancellationToken);
        foreach (var collection in PipelineStages.All[stage].Results)
        {
            await store.DeleteAsync(collection, run, cancellationToken);
        }

        await ForgetDeadAsync(run, stage, cancellationToken);
    }
}
