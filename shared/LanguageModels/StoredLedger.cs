using System.Text.Json;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.LanguageModels;

/// <summary>Keeps the answers of a run in the document store.</summary>
public sealed class StoredLedger(IDocumentStore store, string run) : ICompletionLedger
{
    public async ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        await store.GetAsync(Collections.Ledger, run, key, cancellationToken) is { } document ? Answer(document) : null;

    public async ValueTask<string> RecordAsync(string key, string answer, CancellationToken cancellationToken)
    {
        return await store.PutIfAbsentAsync(Collections.Ledger, Entry(key, answer), cancellationToken)
            ? answer
            : await FindAsync(key, cancellationToken) ?? answer;
    }

    public async ValueTask RecordManyAsync(IReadOnlyList<KeyValuePair<string, string>> answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        await store.PutManyIfAbsentAsync(Collections.Ledger, [.. answers.Select(one => Entry(one.Key, one.Value))], cancellationToken);
    }

    private Document Entry(string key, string answer) =>
        new(run, key, JsonSerializer.Serialize(new { answer }, ContractJson.Options), new Dictionary<string, string>());

    private static string Answer(Document document)
    {
        using var body = JsonDocument.Parse(document.Body);
        return body.RootElement.GetProperty("answer").GetString()!;
    }
}
