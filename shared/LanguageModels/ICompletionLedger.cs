namespace AgentScaler.LanguageModels;

/// <summary>Keeps the answers of endpoints by the content of their requests. Work that is delivered again gets the same answer and costs nothing.</summary>
public interface ICompletionLedger
{
    /// <summary>Returns the recorded answer, or null if there is none.</summary>
    ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Records an answer and returns it. If the ledger has an answer already, it keeps that one and returns it.</summary>
    ValueTask<string> RecordAsync(string key, string answer, CancellationToken cancellationToken);

    /// <summary>Records the answers of one request together. An answer that the ledger has already is kept.</summary>
    ValueTask RecordManyAsync(IReadOnlyList<KeyValuePair<string, string>> answers, CancellationToken cancellationToken);
}
