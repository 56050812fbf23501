namespace AgentScaler.LanguageModels;

/// <summary>What endpoints answered, keyed by the content of the request: redelivered work neither differs nor pays again.</summary>
public interface ICompletionLedger
{
    /// <summary>The recorded answer, or null.</summary>
    ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Records an answer; where one is there already, that one is returned and holds.</summary>
    ValueTask<string> RecordAsync(string key, string answer, CancellationToken cancellationToken);

    /// <summary>Records the answers of one request together. An answer that is there already holds.</summary>
    ValueTask RecordManyAsync(IReadOnlyList<KeyValuePair<string, string>> answers, CancellationToken cancellationToken);
}
