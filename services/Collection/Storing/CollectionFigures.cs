using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Storing;

/// <summary>The section <c>collection</c> of the report.</summary>
/// <param name="Failures">Documents that could not be read completely; at most <see cref="MaximumListed"/>.</param>
/// <param name="PerDocument">Figures of every document with operations; empty if there are too many to list.</param>
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
    /// <summary>The number of tools that match a benchmark, including those that were left out. Each tool or rejection has its evidence.</summary>
    public int BenchmarkMatches { get; init; }

    /// <summary>
    /// Counts of unread members, the most frequent first, with at most <see cref="MaximumUnread"/> names. Rarer ones are counted together.
    /// </summary>
    public IReadOnlyDictionary<string, int> Unread { get; init; } = new Dictionary<string, int>();

    /// <summary>Documents of an unknown format, with a guess; at most <see cref="MaximumListed"/>.</summary>
    public IReadOnlyList<UnrecognizedDocument> Unrecognized { get; init; } = [];

    public int UnrecognizedDocuments { get; init; }

    /// <summary>The rejected operations by reason, each with its first names.</summary>
    public IReadOnlyList<OperationRejections> Rejections { get; init; } = [];

    /// <summary>References that lead nowhere, with their places; at most <see cref="MaximumListed"/>.</summary>
    public IReadOnlyList<BrokenReference> BrokenReferences { get; init; } = [];

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
            Rejections = summary.Rejections,
            BrokenReferences = [.. summary.BrokenReferences.Take(MaximumListed)],
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
