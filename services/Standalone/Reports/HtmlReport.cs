using System.Text.Json.Nodes;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Standalone.Reports;

/// <summary>Writes <c>report.html</c>: one file that needs nothing else.</summary>
internal sealed class HtmlReport(IDocumentStore store)
{
    public async Task WriteAsync(RunDocument run, JsonObject report, TextWriter page, CancellationToken cancellationToken)
    {
        await page.WriteLineAsync($"<!doctype html><title>{run.Id}</title><pre>{report}</pre>");
        await store.CountAsync(Collections.Runs, run.Id, cancellationToken);
    }
}
