namespace AgentScaler.Storage;

/// <summary>One stored document. The key is (run, id); ids are hashes of content and never contain the run.</summary>
/// <param name="Body">The document itself, JSON text.</param>
/// <param name="Indexes">Values of the collection's declared indexes, by name; an index left out is absent.</param>
/// <param name="Version">Grows by one with every change; 0 before the first write.</param>
public sealed record Document(
    string Run,
    string Id,
    string Body,
    IReadOnlyDictionary<string, string> Indexes,
    long Version = 0);
