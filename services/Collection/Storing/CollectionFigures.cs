namespace AgentScaler.Collection.Storing;

/// <summary>The section <c>collection</c> of the report.</summary>
/// <param name="Failures">Documents that could not be read in whole; at most <see cref="MaximumListed"/>.</param>
/// <param name="PerDocument">Figures of every document that holds operations; empty where there are too many to list.</param>
public sealed record CollectionFigures(
    int Documents,
    int Operations,
    int Tools,
    int Duplicates,
    int Rejected,
    IReadOnlyDictionary<string, int> RejectedByReason,
    IReadOnlyDictionary<string, int> Repairs,
    int FailedDocuments,
    IReadOnlyList<DocumentFailure> Failures,
    IReadOnlyList<DocumentFigures> PerDocument)
{
    /// <summary>Tools that match a benchmark, left out or not; the evidence stands at each tool or rejection.</summary>
    public int BenchmarkMatches { get; init; }

    /// <summary>
    /// What was met and not read, the most frequent first, at most <see cref="MaximumUnread"/> names; what is rarer is counted
    /// together.
    /// </summary>
    public IReadOnlyDictionary<string, int> Unread { get; init; } = new Dictionary<string, int>();

    /// <summary>Documents of no format that is known, with what they look like; at most <see cref="MaximumListed"/>.</summary>
    public IReadOnlyList<UnrecognizedDocument> Unrecognized { get; init; } = [];

    public int UnrecognizedDocuments { get; init; }

    private const int MaximumUnread = 200;
    private const int MaximumListed = 500;
    private const int MaximumDocuments = 20_000;

    public static CollectionFigures Of(CollectionSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var failures = summary.Failures.ToList();
        var counted = summary.DocumentReports.Where(report => report.Operations > 0).ToList();
        return new CollectionFigures(
            summary.Documents,
            summary.Operations,
            summary.Tools,
            summary.Duplicates,
            summary.Rejected,
            summary.RejectedByReason,
            summary.Repairs,
            failures.Count,
            [.. failures.Take(MaximumListed).Select(report => new DocumentFailure(report.Uri, report.Error!))],
            counted.Count > MaximumDocuments
                ? []
                : [.. counted.Select(report => new DocumentFigures(
                    report.Uri, report.Format, report.Operations, report.Tools, report.Duplicates, report.Rejected))])
        {
            BenchmarkMatches = summary.BenchmarkMatches,
            Unread = MostFrequent(summary.Unread),
            Unrecognized = [.. summary.Unrecognized.Take(MaximumListed).Select(report => new UnrecognizedDocument(report.Uri, report.LooksLike!))],
            UnrecognizedDocuments = summary.Unrecognized.Count(),
        };
    }

    private static Dictionary<string, int> MostFrequent(IReadOnlyDictionary<string, int> counts)
    {
        var ordered = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var listed = ordered.Take(MaximumUnread).ToDictionary(StringComparer.Ordinal);
        if (ordered.Count > MaximumUnread)
        {
            listed["(further names)"] = ordered.Skip(MaximumUnread).Sum(pair => pair.Value);
        }

        return listed;
    }
}
