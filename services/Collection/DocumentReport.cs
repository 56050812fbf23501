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
    IReadOnlyDictionary<string, int> Repairs);
