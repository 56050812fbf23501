namespace AgentScaler.Collection.Rewriting;

/// <summary>What the model answered, by content of the request: a collection that runs again asks, and pays, for nothing twice.</summary>
public interface IAnswerLedger
{
    /// <summary>The recorded answer, or null.</summary>
    ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Records an answer; where one is there already, that one is returned and holds.</summary>
    ValueTask<string> RecordAsync(string key, string answer, CancellationToken cancellationToken);
}
