using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection;

/// <summary>Figures of one collection. Operations = tools + duplicates + rejected.</summary>
public sealed record CollectionSummary(
    int Documents,
    int Operations,
    int Tools,
    int Duplicates,
    int Rejected,
    IReadOnlyDictionary<string, int> RejectedByReason,
    IReadOnlyDictionary<string, int> Repairs,
    IReadOnlyList<DocumentReport> DocumentReports)
{
    /// <summary>The number of tools that match a benchmark, including those that were left out.</summary>
    public int BenchmarkMatches { get; init; }

    /// <summary>The number of poor descriptions that a language model rewrote.</summary>
    public int DescriptionsRewritten { get; init; }

    public int DescriptionsRefused { get; init; }

    /// <summary>Counts of unread members, by format, kind of object and name: <c>openapi3 operation.callbacks</c>.</summary>
    public IReadOnlyDictionary<string, int> Unread { get; init; } = new Dictionary<string, int>();

    /// <summary>The rejected operations by reason, the most frequent reason first.</summary>
    public IReadOnlyList<OperationRejections> Rejections { get; init; } = [];

    /// <summary>References that lead nowhere, each once.</summary>
    public IEnumerable<BrokenReference> BrokenReferences => DocumentReports.SelectMany(report => report.Broken).Distinct();

    /// <summary>Documents of an unknown format, which gave no tool.</summary>
    public IEnumerable<DocumentReport> Unrecognized =>
        DocumentReports.Where(report => report.LooksLike is not null && report.Operations == 0 && report.Error is null);

    /// <summary>Documents that could not be read, in whole or in part.</summary>
    public IEnumerable<DocumentReport> Failures => DocumentReports.Where(report => report.Error is not null);
}
