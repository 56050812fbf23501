using AgentScaler.Gateway.Files;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Standalone.Export;

/// <summary>Lists the workspace files of each stage and writes them.</summary>
internal sealed class StageFiles(RunFiles files, string workspace)
{
    public static bool AreThere(string workspace, PipelineStage stage) => Path.Exists(Path.Combine(workspace, PipelineStages.All[stage].Files[0].Path));

    public static void Remove(string workspace, PipelineStage stage)
    {
        foreach (var path in PipelineStages.All[stage].Files.Select(file => Path.Combine(workspace, file.Path)))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    public async Task WriteAsync(RunDocument run, PipelineStage stage, string fingerprint, CancellationToken cancellationToken)
    {
        foreach (var folder in PipelineStages.All[stage].Files.Where(file => file.IsFolder))
        {
            Directory.CreateDirectory(Path.Combine(workspace, folder.Path));
        }

        await foreach (var file in files.OfStageAsync(run, stage, fingerprint, cancellationToken))
        {
            await WriteAsync(file, cancellationToken);
        }
    }

    /// <summary>Writes the report, and the file that leads from any object to its trace.</summary>
    public async Task WriteAlwaysAsync(RunDocument run, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(workspace);
        foreach (var file in files.Always(run))
        {
            await WriteAsync(file, cancellationToken);
        }
    }

    private async Task WriteAsync(RunFile file, CancellationToken cancellationToken)
    {
        var path = WorkspacePath.Of(workspace, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var output = File.Create(path);
        await file.WriteAsync(output, cancellationToken);
    }
}
