using AgentScaler.Gateway.Files;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Standalone.Export;

/// <summary>Which files each stage has in the workspace, and how they are written.</summary>
internal sealed class StageFiles(RunFiles files, string workspace)
{
    /// <summary>Files and folders of a stage; the first is always there when the stage is written.</summary>
    private static IReadOnlyList<string> NamesOf(PipelineStage stage) => stage switch
    {
        PipelineStage.Collect => ["tools.jsonl", "rejected-tools.jsonl"],
        PipelineStage.Cluster => ["domains.jsonl", "graph.json"],
        PipelineStage.Materialize => ["environments"],
        PipelineStage.Tasks => ["tasks.jsonl"],
        PipelineStage.Rollout => ["trajectories.jsonl"],
        PipelineStage.Filter => ["datasets"],
        PipelineStage.Train => ["checkpoints"],
        _ => ["evaluation.json"],
    };

    public static bool AreThere(string workspace, PipelineStage stage) => Path.Exists(Path.Combine(workspace, NamesOf(stage)[0]));

    public static void Remove(string workspace, PipelineStage stage)
    {
        foreach (var path in NamesOf(stage).Select(name => Path.Combine(workspace, name)))
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
        foreach (var folder in NamesOf(stage).Where(name => !Path.HasExtension(name)))
        {
            Directory.CreateDirectory(Path.Combine(workspace, folder));
        }

        await foreach (var file in files.OfStageAsync(run, stage, fingerprint, cancellationToken))
        {
            await WriteAsync(file, cancellationToken);
        }
    }

    /// <summary>What leads from any object to its trace, and the report.</summary>
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
