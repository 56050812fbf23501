using System.Text.RegularExpressions;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline.Runs;

/// <summary>Deletes a run completely: its documents, and the artifacts that no other run uses.</summary>
public sealed partial class RunRetention(IDocumentStore store, IArtifactStore artifacts, RunRepository runs, TimeProvider time)
{
    /// <summary>Collections whose documents refer to artifacts.</summary>
    private static readonly IReadOnlyList<CollectionDefinition> Holders =
        [Collections.Graphs, Collections.Environments, Collections.Datasets, Collections.TrainingJobs, Collections.Checkpoints];

    /// <summary>
    /// How long a new artifact is kept in any case. A body is stored before the document that refers to it, so a recent one may be about to be used.
    /// </summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Deletes a run that has ended.</summary>
    /// <returns>Whether there was such a run.</returns>
    /// <exception cref="InvalidOperationException">The run is running; cancel it first.</exception>
    public async Task<bool> DeleteAsync(string run, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(run, cancellationToken) is not { } document)
        {
            return false;
        }

        if (document.Status == RunStatus.Running)
        {
            throw new InvalidOperationException($"Run '{run}' is running; cancel it first.");
        }

        foreach (var collection in Collections.All.Where(collection => collection != Collections.Runs))
        {
            await store.DeleteAsync(collection, run, cancellationToken);
        }

        // The run itself is deleted last, so that an interrupted deletion can be requested again.
        await runs.DeleteAsync(run, cancellationToken);
        await DeleteUnusedAsync(cancellationToken);
        return true;
    }

    private async Task DeleteUnusedAsync(CancellationToken cancellationToken)
    {
        // List the artifacts before collecting their users, so that an artifact stored in between is not in the list.
        var before = time.GetUtcNow() - Fresh;
        var candidates = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var artifact in artifacts.ListAsync(cancellationToken))
        {
            if (artifact.Put < before)
            {
                candidates.Add(artifact.Sha256);
            }
        }

        await foreach (var document in runs.DocumentsAsync(cancellationToken))
        {
            candidates.ExceptWith(HashesIn(document.Body));
            foreach (var collection in Holders)
            {
                await foreach (var holder in store.StreamAsync(collection, document.Id, null, cancellationToken))
                {
                    candidates.ExceptWith(HashesIn(holder.Body));
                }
            }
        }

        foreach (var unused in candidates)
        {
            await artifacts.DeleteAsync(unused, cancellationToken);
        }
    }

    /// <summary>Finds everything in a body that could be the hash of an artifact. A false match keeps a body too many and never loses one.</summary>
    private static IEnumerable<string> HashesIn(string body) => Hash().Matches(body).Select(match => match.Value);

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
