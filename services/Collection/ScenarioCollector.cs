using AgentScaler.Collection.Contamination;
using AgentScaler.Collection.Gate;
using AgentScaler.Collection.Importing;
using AgentScaler.Collection.Rewriting;
using AgentScaler.Collection.Sources;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Collection;

/// <summary>
/// Reads sources of any kind into clean tools. Documents are imported as they stream by, several at a time. Decisions that depend on all of them (duplicates,
/// boilerplate, names) are made at the end, and tools are then returned in order of id.
/// </summary>
/// <param name="rewriter">Rewrites poor descriptions; null leaves them.</param>
public sealed class ScenarioCollector(DescriptionRewriter? rewriter = null)
{
    private const int NamedRejections = 5;

    private static readonly IReadOnlyDictionary<string, string> EmptyDescriptions = new Dictionary<string, string>();

    /// <summary>Collects <paramref name="sources"/> into <paramref name="sink"/>.</summary>
    /// <exception cref="UnusableSourceException">No source is given, or one does not exist.</exception>
    public async Task<CollectionSummary> CollectAsync(
        IReadOnlyList<string> sources, CollectionOptions options, ICollectionSink sink, IProgress<CollectionProgress>? progress,
            CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sink);
        if (sources.Count == 0)
        {
            throw new UnusableSourceException("No source was given.");
        }

        using var spool = new DraftSpool();
        var reading = new DocumentImport(options, spool, progress);
        await reading.ReadAsync(sources, cancellationToken);
        progress?.Report(new CollectionProgress("comparing", reading.Documents.Count, reading.Operations, 0, null));
        var (kept, duplicates) = Deduplicator.Separate(reading.Drafts);
        var gate = await ContaminationGate.JudgeAsync(options, kept, spool, cancellationToken);
        var rejected = reading.Rejected.ToList();
        List<SpooledDraft> excluded = [];
        if (options.Exclude)
        {
            excluded = [.. kept.Where(draft => gate.Of(draft) is not null)];
            kept.RemoveAll(draft => gate.Of(draft) is not null);
        }

        var boilerplate = new BoilerplateDetector(kept);
        var excludedNames = NameAssigner.Assign(excluded);
        rejected.AddRange(excluded.Select(draft => gate.Reject(draft, Finish(draft, excludedNames[draft.Id]))));
        var names = NameAssigner.Assign(kept);
        var (descriptions, refused) = rewriter is null ? (EmptyDescriptions, 0) : await rewriter.RewriteAsync(kept, spool, cancellationToken);
        var tools = 0;
        foreach (var draft in kept.OrderBy(draft => draft.Id, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tool = Finish(draft, names[draft.Id]);
            if (descriptions.TryGetValue(draft.Id, out var description))
            {
                tool = tool with { Description = description, DescriptionDerived = true, DescriptionModel = options.Rewrite.Model };
            }

            await sink.AddToolAsync(tool, cancellationToken);
            if (++tools % 1000 == 0)
            {
                progress?.Report(new CollectionProgress("writing", reading.Documents.Count, reading.Operations, tools, null));
            }
        }

        foreach (var item in rejected)
        {
            await sink.AddRejectedAsync(item, cancellationToken);
        }

        return Summarize(reading, kept, duplicates, rejected, gate.Matched)
            with
        { DescriptionsRewritten = descriptions.Count, DescriptionsRefused = refused };

        ToolSpecification Finish(SpooledDraft draft, string name) =>
            ToolFinisher.Finish(spool.Read(draft.Place), name, boilerplate.Of(draft), options.KeepBoilerplate)
                with
            { BenchmarkMatches = gate.Of(draft) };
    }

    private static CollectionSummary Summarize(
        DocumentImport reading, List<SpooledDraft> kept, List<SpooledDraft> duplicates, IReadOnlyList<RejectedTool> rejected, int matched)
    {
        var toolsByUri = kept.CountBy(draft => draft.Uri).ToDictionary(StringComparer.Ordinal);
        var duplicatesByUri = duplicates.CountBy(draft => draft.Uri).ToDictionary(StringComparer.Ordinal);
        var rejectedByUri = rejected.CountBy(item => item.Source).ToDictionary(StringComparer.Ordinal);
        var repairs = new Schemas.RepairLog();
        var unread = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var reports = new List<DocumentReport>(reading.Documents.Count);
        foreach (var document in reading.Documents)
        {
            repairs.Add(document.Repairs);
            var tools = toolsByUri.GetValueOrDefault(document.Uri);
            var doubled = duplicatesByUri.GetValueOrDefault(document.Uri);
            var refused = rejectedByUri.GetValueOrDefault(document.Uri);
            reports.Add(new DocumentReport(
                document.Uri, document.Format, tools + doubled + refused, tools, doubled, refused, document.Error, document.Repairs.Counts)
            {
                Unread = document.Unread.Counts,
                LooksLike = document.LooksLike,
                Broken = [.. document.Broken],
            });
            if (document is { LooksLike: { } looksLike, UnknownValues: > 0 } && tools + doubled + refused > 0)
            {
                // The document as a whole was read, so its unknown values are named here.
                var key = $"{document.Format ?? "unknown"} value ({looksLike})";
                unread[key] = unread.GetValueOrDefault(key) + document.UnknownValues;
            }

            foreach (var (name, count) in document.Unread.Counts)
            {
                var key = $"{document.Format ?? "unknown"} {name}";
                unread[key] = unread.GetValueOrDefault(key) + count;
            }
        }

        return new CollectionSummary(
            reports.Count,
            kept.Count + duplicates.Count + rejected.Count,
            kept.Count,
            duplicates.Count,
            rejected.Count,
            new SortedDictionary<string, int>(rejected.CountBy(item => item.Reason).ToDictionary(), StringComparer.Ordinal),
            repairs.Counts,
            reports)
        { BenchmarkMatches = matched, Unread = unread, Rejections = RejectionsOf(rejected) };
    }

    private static IReadOnlyList<OperationRejections> RejectionsOf(IReadOnlyList<RejectedTool> rejected) =>
        [.. rejected.GroupBy(item => item.Reason, StringComparer.Ordinal)
            .Select(group => new OperationRejections(
                group.Key, group.Count(),
                    [.. group.Take(NamedRejections).Select(item => $"{(item.Name.Length > 0 ? item.Name : item.Locator)} ({item.Source})")]))
            .OrderByDescending(group => group.Count).ThenBy(group => group.Reason, StringComparer.Ordinal)];
}
