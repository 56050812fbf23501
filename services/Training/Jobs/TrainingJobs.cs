using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Training.Jobs;

/// <summary>The documents of training jobs. A job is queued until it ends, and its lease names the worker that runs it.</summary>
public sealed class TrainingJobs(IDocumentStore store, TrainingServiceOptions options)
{
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Accepts a job. A waiting job continues from its resume point; any other existing job stays as it is.</summary>
    public async Task AcceptAsync(string run, TrainingJobDocument job, CancellationToken cancellationToken)
    {
        if (!await store.PutIfAbsentAsync(Collections.TrainingJobs, TypedDocuments.Of(run, job.Id, job, ("status", job.Status)), cancellationToken))
        {
            await ChangeAsync(run, job.Id, TrainingStatus.Waiting, waiting => waiting
                with
            { Status = TrainingStatus.Queued, TraceParent = job.TraceParent }, cancellationToken);
        }
        _arrived.Release();
    }

    public Task<TrainingJobDocument?> FindAsync(string run, string job, CancellationToken cancellationToken) =>
        store.FindAsync<TrainingJobDocument>(Collections.TrainingJobs, run, job, cancellationToken);

    /// <summary>Claims a queued job, or one whose worker is silent. Waits a moment if there is none.</summary>
    public async Task<Document?> ClaimAsync(string owner, CancellationToken cancellationToken)
    {
        if (await store.LeaseAsync(Collections.TrainingJobs, "status", TrainingStatus.Queued, owner, options.Lease, cancellationToken) is { } claimed)
        {
            return claimed;
        }
        await _arrived.WaitAsync(options.Poll, cancellationToken);
        return await store.LeaseAsync(Collections.TrainingJobs, "status", TrainingStatus.Queued, owner, options.Lease, cancellationToken);
    }

    public Task<bool> RenewAsync(Document job, string owner, CancellationToken cancellationToken) =>
        store.RenewLeaseAsync(Collections.TrainingJobs, job.Run, job.Id, owner, options.Lease, cancellationToken);

    /// <summary>Changes a job that has not ended. Returns whether it was changed.</summary>
    public Task<bool> ChangeAsync(string run, string id, Func<TrainingJobDocument, TrainingJobDocument> change, CancellationToken cancellationToken) =>
        ChangeAsync(run, id, TrainingStatus.Queued, change, cancellationToken);

    private async Task<bool> ChangeAsync(string run, string id, string status, Func<TrainingJobDocument, TrainingJobDocument> change,
        CancellationToken cancellationToken)
    {
        while (await store.GetAsync(Collections.TrainingJobs, run, id, cancellationToken) is { } current)
        {
            var before = current.Read<TrainingJobDocument>();
            if (before.Status != status)
            {
                return false;
            }
            var after = change(before);
            if (await store.CompareAndSetAsync(Collections.TrainingJobs, TypedDocuments.Of(run, id, after, ("status", after.Status)), current.Version,
                cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
