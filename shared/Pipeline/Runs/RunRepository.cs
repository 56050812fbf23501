using System.Text.Json;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Pipeline.Runs;

/// <summary>Runs and their stages in the store. A consumer first asks it whether its work is still wanted.</summary>
public sealed class RunRepository(IDocumentStore store, TimeProvider? time = null)
{
    /// <summary>All runs share one partition, so that they can be listed.</summary>
    private const string Partition = "runs";

    /// <summary>Returns the run, or null if its name is unknown.</summary>
    public Task<RunDocument?> FindAsync(string run, CancellationToken cancellationToken) =>
        store.FindAsync<RunDocument>(Collections.Runs, Partition, run, cancellationToken);

    /// <summary>Every run, in order of id.</summary>
    public IAsyncEnumerable<RunDocument> AllAsync(CancellationToken cancellationToken) =>
        store.AllAsync<RunDocument>(Collections.Runs, Partition, cancellationToken);

    /// <summary>
    /// Streams every run, the newest first. A request without a run's name means the first of them. The run of a workspace has no time of request and
    /// comes after the runs that were requested from a gateway.
    /// </summary>
    public IAsyncEnumerable<RunDocument> NewestFirstAsync(CancellationToken cancellationToken) =>
        AllAsync(cancellationToken).OrderByDescending(run => run.Requested).ThenBy(run => run.Id, StringComparer.Ordinal);

    /// <summary>Returns the named run, or the newest if the name is null or empty.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run, or none at all.</exception>
    public async Task<RunDocument> ChosenAsync(string? named, CancellationToken cancellationToken) => string.IsNullOrEmpty(named)
        ? await NewestFirstAsync(cancellationToken).FirstOrDefaultAsync(cancellationToken) ?? throw new KeyNotFoundException("There is no run yet.")
        : await FindAsync(named, cancellationToken) ?? throw new KeyNotFoundException($"There is no run '{named}'.");

    /// <summary>Returns the newest run that satisfies the condition, or null if none does.</summary>
    public async Task<RunDocument?> NewestAsync(Func<RunDocument, Task<bool>> has, CancellationToken cancellationToken)
    {
        await foreach (var run in NewestFirstAsync(cancellationToken))
        {
            if (await has(run))
            {
                return run;
            }
        }

        return null;
    }

    /// <summary>The documents of every run, in order of id.</summary>
    internal IAsyncEnumerable<Document> DocumentsAsync(CancellationToken cancellationToken) =>
        store.StreamAsync(Collections.Runs, Partition, null, cancellationToken);

    /// <summary>Deletes the document of a run. Its documents in other collections stay.</summary>
    internal Task DeleteAsync(string run, CancellationToken cancellationToken) =>
        store.DeleteAsync(Collections.Runs, Partition, run, cancellationToken);

    /// <summary>Runs that have not ended.</summary>
    public IAsyncEnumerable<RunDocument> RunningAsync(CancellationToken cancellationToken) =>
        store.WhereAsync<RunDocument>(Collections.Runs, Partition, "status", RunStatus.Running, cancellationToken);

    /// <summary>
    /// Returns the run if work of <paramref name="stage"/> is wanted: the run is known, is running and goes as far as that stage. Returns null otherwise;
    /// the consumer then returns, and the message is done.
    /// </summary>
    public async Task<RunDocument?> WantedAsync(string run, PipelineStage stage, CancellationToken cancellationToken)
    {
        var document = await FindAsync(run, cancellationToken);
        return document is { Status: RunStatus.Running } && document.Until >= stage ? document.For(stage) : null;
    }

    /// <summary>Writes a run and overwrites any earlier form of it.</summary>
    public async Task SaveAsync(RunDocument run, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await store.GetAsync(Collections.Runs, Partition, run.Id, cancellationToken);
            var document = TypedDocuments.Of(Partition, run.Id, run, ("status", run.Status));
            if (await store.CompareAndSetAsync(Collections.Runs, document, current?.Version ?? 0, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Records the missing service for which a running run waits; null if nothing is missing.</summary>
    public async Task WaitsForAsync(string run, string? reason, CancellationToken cancellationToken)
    {
        while (await store.GetAsync(Collections.Runs, Partition, run, cancellationToken) is { } current)
        {
            var document = current.Read<RunDocument>();
            if (document.Status != RunStatus.Running || document.Reason == reason)
            {
                return;
            }

            var waiting = TypedDocuments.Of(Partition, run, document with { Reason = reason }, ("status", document.Status));
            if (await store.CompareAndSetAsync(Collections.Runs, waiting, current.Version, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Ends a running run as completed or cancelled. A run that has ended stays as it ended.</summary>
    public Task EndAsync(string run, string status, string? reason, CancellationToken cancellationToken) =>
        EndAsync(run, status, reason, null, cancellationToken);

    /// <summary>Ends a running run as failed. A run that has ended stays as it ended.</summary>
    /// <param name="cause">A word of <see cref="FailureCause"/>.</param>
    public Task FailAsync(string run, string reason, string cause, CancellationToken cancellationToken) =>
        EndAsync(run, RunStatus.Failed, reason, cause, cancellationToken);

    private async Task EndAsync(string run, string status, string? reason, string? cause, CancellationToken cancellationToken)
    {
        while (await store.GetAsync(Collections.Runs, Partition, run, cancellationToken) is { } current)
        {
            var document = current.Read<RunDocument>();
            if (document.Status != RunStatus.Running)
            {
                return;
            }

            var ended = TypedDocuments.Of(Partition, run, document
                with
            { Status = status, Reason = reason, Cause = cause, Ended = (time ?? TimeProvider.System).GetUtcNow() }, ("status", status));
            if (await store.CompareAndSetAsync(Collections.Runs, ended, current.Version, cancellationToken))
            {
                return;
            }
        }
    }

    public Task<StageDocument?> StageAsync(string run, PipelineStage stage, CancellationToken cancellationToken) =>
        store.FindAsync<StageDocument>(Collections.Stages, run, stage.Name(), cancellationToken);

    /// <summary>
    /// Marks a stage complete with its section of the report. Collect and cluster call it after all their documents are written and before they announce
    /// it. The coordinator, which counts, completes the other stages. The first completion wins.
    /// </summary>
    public Task CompleteAsync<T>(string run, PipelineStage stage, T figures, CancellationToken cancellationToken) =>
        ChangeAsync(
            run,
            stage,
            document => document.Status == RunStatus.Completed
                ? document
                : document with { Status = RunStatus.Completed, Figures = JsonSerializer.SerializeToElement(figures, ContractJson.Options) },
            cancellationToken);

    /// <summary>Changes a stage's document, or writes its first form.</summary>
    public async Task ChangeAsync(string run, PipelineStage stage, Func<StageDocument, StageDocument> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await store.GetAsync(Collections.Stages, run, stage.Name(), cancellationToken);
            var before = current?.Read<StageDocument>() ?? new StageDocument(stage, "", RunStatus.Running);
            var after = change(before);
            if (current is not null && after == before)
            {
                return;
            }

            var document = TypedDocuments.Of(run, stage.Name(), after, ("status", after.Status));
            if (await store.CompareAndSetAsync(Collections.Stages, document, current?.Version ?? 0, cancellationToken))
            {
                return;
            }
        }
    }
}
