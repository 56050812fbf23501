namespace AgentScaler.Collection.Survey;

/// <summary>Figures of one collection as a table.</summary>
internal static class SurveyReport
{
    public static void Print(CollectionSummary summary, FileSink sink, TextWriter output)
    {
        output.WriteLine("| source | documents | operations | tools | duplicates | rejected | failed documents |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var pack in summary.DocumentReports.GroupBy(report => report.Uri.Split('!')[0], StringComparer.Ordinal))
        {
            Row(pack.Key, pack.ToList());
        }

        Row("all", summary.DocumentReports);
        output.WriteLine();
        foreach (var (what, count) in sink.Counts.Concat(summary.RejectedByReason.Select(reason => KeyValuePair.Create("rejected " + reason.Key, reason.Value)))
            .Concat(summary.Repairs.Select(repair => KeyValuePair.Create("repair " + repair.Key, repair.Value))))
        {
            output.WriteLine($"{count,8} {what}");
        }

        foreach (var failure in summary.Failures)
        {
            output.WriteLine($"failed {failure.Uri}: {failure.Error}");
        }

        foreach (var document in summary.Unrecognized.Take(40))
        {
            output.WriteLine($"unrecognized {document.Uri}: {document.LooksLike}");
        }

        foreach (var format in summary.Unread.GroupBy(pair => pair.Key.Split(' ')[0], StringComparer.Ordinal))
        {
            output.WriteLine($"unread in {format.Key}: {format.Sum(pair => pair.Value)} under {format.Count()} names");
            foreach (var (name, count) in format.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(25))
            {
                output.WriteLine($"{count,8} unread {name}");
            }
        }

        output.WriteLine($"{sink.Bytes >> 20} MiB of tools");

        void Row(string name, IReadOnlyList<DocumentReport> reports) =>
            output.WriteLine(
                $"| {name} | {reports.Count} | {reports.Sum(report => report.Operations)} | {reports.Sum(report => report.Tools)} | "
                + $"{reports.Sum(report => report.Duplicates)} | {reports.Sum(report => report.Rejected)} | {reports.Count(report => report.Error is not null)} |");
    }
}
