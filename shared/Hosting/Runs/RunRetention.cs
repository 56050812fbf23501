using System.Text.RegularExpressions;
using AgentScaler.Storage;

namespace AgentScaler.Hosting.Runs;

/// <summary>Deletes a run completely: its documents, and the artifacts that no other run uses.</summary>
public sealed partial class RunRetention(IDocumentStore store, IArtifactStore artifacts, RunRepository runs, TimeProvider time)
{
    /// <summary>Collections whose documents point at artifacts.</summary>
    private static readonly IReadOnlyList<CollectionDefinition> Holders =
        [Collections.Graphs, Collections.Environments, Collections.Datasets, Collections.TrainingJobs, Collections.Checkpoints];

    /// <summary>
    /// A body is put before the row that points at it: one that was put this recently may be about to be used, and stays until
    /// another run is deleted.
    /// </summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Deletes a run that has ended; says whether there was one.</summary>
    /// <exception cref="InvalidOperationException">The run is running; cancel it first.</exception>
    public async Task<bool> DeleteAsync(string run, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(run, cancellationToken).ConfigureAwait(false) is not { } document)
        {
            return false;
        }

        if (document.Status == RunStatus.Running)
        {
            throw new InvalidOperationException($"Run '{run}' is running; cancel it first.");
        }

        foreach (var collection in Collections.All.Where(collection => collection != Collections.Runs))
        {
            await store.DeleteAsync(collection, run, cancellationToken).ConfigureAwait(false);
        }

        // Last, so that an interrupted deletion can be asked for again.
        await runs.DeleteAsync(run, cancellationToken).ConfigureAwait(false);
        await DeleteUnusedAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task DeleteUnusedAsync(CancellationToken cancellationToken)
    {
        // Listed before it is looked who uses what: what is put in between is not in the list.
        var before = time.GetUtcNow() - Fresh;
        var candidates = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var artifact in artifacts.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (artifact.Put < before)
            {
                candidates.Add(artifact.Sha256);
            }
        }

        await foreach (var document in runs.DocumentsAsync(cancellationToken).ConfigureAwait(false))
        {
            candidates.ExceptWith(HashesIn(document.Body));
            foreach (var collection in Holders)
            {
                await foreach (var holder in store.StreamAsync(collection, document.Id, null, cancellationToken).ConfigureAwait(false))
                {
                    candidates.ExceptWith(HashesIn(holder.Body));
                }
            }
        }

        foreach (var unused in candidates)
        {
            await artifacts.DeleteAsync(unused, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Anything that could be an artifact's hash: one that only looks like it keeps a body too many, never one too few.</summary>
    private static IEnumerable<string> HashesIn(string body) => Hash().Matches(body).Select(match => match.Value);

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
