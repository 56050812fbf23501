namespace AgentScaler.Collection;

/// <summary>What became of one document: operations = tools + duplicates + rejected.</summary>
/// <param name="Uri">Relative to the source.</param>
/// <param name="Format">Of its operations, or null where it holds none.</param>
/// <param name="Error">Why it could not be read (in whole or in part), with the place; null where it could.</param>
/// <param name="Repairs">What was mended, by kind.</param>
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
    /// <summary>What was met and not read, by the kind of object it stands in and its name.</summary>
    public IReadOnlyDictionary<string, int> Unread { get; init; } = new Dictionary<string, int>();

    /// <summary>What a document that no importer knows looks like; null where one knows it.</summary>
    public string? LooksLike { get; init; }
}
