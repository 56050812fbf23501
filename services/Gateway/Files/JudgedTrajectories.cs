using System.Runtime.CompilerServices;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Files;

/// <summary>Streams trajectories in the form of the contract, each with its verdict once it is judged.</summary>
internal static class JudgedTrajectories
{
    /// <summary>
    /// Streams in order of id, starting after <paramref name="after"/>. Trajectories and verdicts have the same order, so both are read side by side.
    /// </summary>
    public static async IAsyncEnumerable<Document> StreamAsync(
        IDocumentStore store, string run, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var verdicts = store.StreamAsync(Collections.Verdicts, run, after, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await verdicts.MoveNextAsync();
        await foreach (var trajectory in store.StreamAsync(Collections.Trajectories, run, after, cancellationToken))
        {
            while (more && string.CompareOrdinal(verdicts.Current.Id, trajectory.Id) < 0)
            {
                more = await verdicts.MoveNextAsync();
            }

            yield return more && verdicts.Current.Id == trajectory.Id ? With(trajectory, verdicts.Current) : trajectory;
        }
    }

    public static Document With(Document trajectory, Document verdict) =>
        trajectory with { Body = $"{trajectory.Body[..^1]},\"verdict\":{verdict.Body}}}" };
}
