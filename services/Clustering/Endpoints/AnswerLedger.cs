using AgentScaler.Hosting.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Clustering.Endpoints;

/// <summary>What endpoints answered, by content of the question: a stage that is run again asks, and pays, for nothing twice.</summary>
public sealed class AnswerLedger(IDocumentStore store, string run)
{
    public Task<T?> FindAsync<T>(string id, CancellationToken cancellationToken)
        where T : class => store.FindAsync<T>(Collections.Ledger, run, id, cancellationToken);

    public Task SaveAsync<T>(IEnumerable<(string Id, T Answer)> answers, CancellationToken cancellationToken) =>
        store.PutManyIfAbsentAsync(Collections.Ledger, [.. answers.Select(one => TypedDocuments.Of(run, one.Id, one.Answer))], cancellationToken);
}
