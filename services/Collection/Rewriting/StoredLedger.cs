using System.Text.Json;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Rewriting;

/// <summary>A run's ledger in the document store.</summary>
public sealed class StoredLedger(IDocumentStore store, string run) : IAnswerLedger
{
    public async ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Collections.Ledger, run, key, cancellationToken) is not { } document)
        {
            return null;
        }

        using var body = JsonDocument.Parse(document.Body);
        return body.RootElement.GetProperty("answer").GetString();
    }

    public async ValueTask<string> RecordAsync(string key, string answer, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new { answer }, ContractJson.Options);
        return await store.PutIfAbsentAsync(Collections.Ledger, new Document(run, key, body, new Dictionary<string, string>()), cancellationToken)
            ? answer
            : await FindAsync(key, cancellationToken) ?? answer;
    }
}
