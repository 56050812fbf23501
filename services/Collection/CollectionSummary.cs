namespace AgentScaler.Collection;

/// <summary>Figures of one collection; operations = tools + duplicates + rejected.</summary>
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
    /// <summary>Tools that match a benchmark, left out or not.</summary>
    public int BenchmarkMatches { get; init; }

    /// <summary>Poor descriptions that a language model rewrote, and answers of it that were not believed.</summary>
    public int DescriptionsRewritten { get; init; }

    public int DescriptionsRefused { get; init; }

    /// <summary>What was met and not read, by format, kind of object and name: <c>openapi3 operation.callbacks</c>.</summary>
    public IReadOnlyDictionary<string, int> Unread { get; init; } = new Dictionary<string, int>();

    /// <summary>Documents of no format that is known, which therefore gave nothing.</summary>
    public IEnumerable<DocumentReport> Unrecognized => DocumentReports.Where(report => report.LooksLike is not null && report.Operations == 0 && report.Error is null);

    /// <summary>Documents that could not be read, in whole or in part.</summary>
    public IEnumerable<DocumentReport> Failures => DocumentReports.Where(report => report.Error is not null);
}
