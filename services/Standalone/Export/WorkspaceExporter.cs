using System.Text.Json.Nodes;
using AgentScaler.Gateway.Files;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Standalone.Export;

/// <summary>
/// Writes the workspace's files from the store. The files of a complete stage are written again only if its fingerprint has changed. The files of an
/// incomplete stage are removed, so that the folder never mixes two runs.
/// </summary>
internal sealed class WorkspaceExporter(IDocumentStore store, IArtifactStore artifacts, RunRepository runs, string workspace)
{
    private readonly StageFiles _files = new(new RunFiles(store, artifacts, runs), workspace);
    private readonly ExportMarks _marks = new(workspace);

    /// <returns>The report.</returns>
    public async Task<JsonObject> ExportAsync(RunDocument run, CancellationToken cancellationToken)
    {
        foreach (var stage in PipelineStages.All.Select(declared => declared.Stage))
        {
            var document = await runs.StageAsync(run.Id, stage, cancellationToken);
            var fingerprint = document is { Status: RunStatus.Completed } ? document.Fingerprint : null;
            if (fingerprint is not null && _marks.Of(stage) == fingerprint && StageFiles.AreThere(workspace, stage))
            {
                continue;
            }

            _marks.Clear(stage);
            StageFiles.Remove(workspace, stage);
            if (fingerprint is not null)
            {
                await _files.WriteAsync(run, stage, fingerprint, cancellationToken);
                _marks.Set(stage, fingerprint);
            }
        }

        await _files.WriteAlwaysAsync(run, cancellationToken);
        return JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(workspace, "report.json"), cancellationToken))!.AsObject();
    }
}
