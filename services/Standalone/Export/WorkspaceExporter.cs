using System.Text.Json.Nodes;
using AgentScaler.Gateway.Reports;
using AgentScaler.Hosting.Runs;
using AgentScaler.Standalone.Reports;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Export;

/// <summary>
/// Writes the workspace's files from the store. What a complete stage wrote is written again only when its fingerprint
/// has changed; what belongs to a stage that is not complete is removed, so that the folder never mixes two runs.
/// </summary>
internal sealed class WorkspaceExporter(IDocumentStore store, IArtifactStore artifacts, RunRepository runs, string workspace)
{
    private readonly StageFiles files = new(store, artifacts, workspace);
    private readonly ExportMarks marks = new(workspace);

    /// <returns>The report.</returns>
    public async Task<JsonObject> ExportAsync(RunDocument run, CancellationToken cancellationToken)
    {
        foreach (var stage in Enum.GetValues<PipelineStage>())
        {
            var document = await runs.StageAsync(run.Id, stage, cancellationToken);
            var fingerprint = document is { Status: RunStatus.Completed } ? document.Fingerprint : null;
            if (fingerprint is not null && marks.Of(stage) == fingerprint && StageFiles.AreThere(workspace, stage))
            {
                continue;
            }

            marks.Clear(stage);
            StageFiles.Remove(workspace, stage);
            if (fingerprint is not null)
            {
                await files.WriteAsync(run, stage, cancellationToken);
                marks.Set(stage, fingerprint);
            }
        }

        await files.WriteTracesAsync(run, cancellationToken);
        return await WriteReportAsync(run, cancellationToken);
    }

    /// <summary>Writes <c>report.json</c> and <c>report.html</c>.</summary>
    public async Task<JsonObject> WriteReportAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var report = await new ReportBuilder(store, runs).BuildAsync(run, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(workspace, "report.json"), report.ToJsonString(ContractJson.Indented) + "\n", cancellationToken);
        await using var page = new StreamWriter(Path.Combine(workspace, "report.html"));
        page.NewLine = "\n";
        await new HtmlReport(store, artifacts).WriteAsync(run, report, page, cancellationToken);
        return report;
    }
}
