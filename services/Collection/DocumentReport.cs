using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection;

/// <summary>The figures of one document. Operations = tools + duplicates + rejected.</summary>
/// <param name="Uri">The document's path relative to the source.</param>
/// <param name="Format">The format of its operations; null if it has none.</param>
/// <param name="Error">Why it could not be read, in whole or in part, with the place; null if it could.</param>
/// <param name="Repairs">Counts of repairs, by kind.</param>
public sealed record DocumentReport(
    string Uri,
    string? Format,
    int Operations,
    int Tools,
    int Duplicates,
    int Rejected,
    string? Error,
    IReadOnlyDictionary<string, int> Repairs)
{
    /// <summary>Counts of unread members, by the kind of their object and their name.</summary>
    public IReadOnlyDictionary<string, int> Unread { get; init; } = new Dictionary<string, int>();

    /// <summary>References that lead nowhere, also those in documents that are read because this one refers to them.</summary>
    public IReadOnlyList<BrokenReference> Broken { get; init; } = [];

    /// <summary>A guess at the content of a document that no importer recognises; null if one does.</summary>
    public string? LooksLike { get; init; }
}
