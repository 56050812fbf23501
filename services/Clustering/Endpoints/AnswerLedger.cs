using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Clustering.Endpoints;

/// <summary>Keeps the answers of endpoints by the content of the question, so that a stage that runs again asks, and pays, for nothing twice.</summary>
public sealed class AnswerLedger(IDocumentStore store, string run)
{
    public Task<T?> FindAsync<T>(string id, CancellationToken cancellationToken)
        where T : class => store.FindAsync<T>(Collections.Ledger, run, id, cancellationToken);

    public Task SaveAsync<T>(IEnumerable<(string Id, T Answer)> answers, CancellationToken cancellationToken) =>
        store.PutManyIfAbsentAsync(Collections.Ledger, [.. answers.Select(one => TypedDocuments.Of(run, one.Id, one.Answer))], cancellationToken);
}
