using System.Text.Json;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.LanguageModels;

/// <summary>A run's ledger in the document store.</summary>
public sealed class StoredLedger(IDocumentStore store, string run) : ICompletionLedger
{
    public async ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        await store.GetAsync(Collections.Ledger, run, key, cancellationToken).ConfigureAwait(false) is { } document ? Answer(document) : null;

    public async ValueTask<string> RecordAsync(string key, string answer, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new { answer }, ContractJson.Options);
        var document = new Document(run, key, body, new Dictionary<string, string>());
        return await store.PutIfAbsentAsync(Collections.Ledger, document, cancellationToken).ConfigureAwait(false)
            ? answer
            : await FindAsync(key, cancellationToken).ConfigureAwait(false) ?? answer;
    }

    private static string Answer(Document document)
    {
        using var body = JsonDocument.Parse(document.Body);
        return body.RootElement.GetProperty("answer").GetString()!;
    }
}
