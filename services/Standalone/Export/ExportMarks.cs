using System.Text.Json;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Standalone.Export;

/// <summary>Records the fingerprint of each stage from which the workspace's files were written.</summary>
internal sealed class ExportMarks
{
    private readonly string path;
    private readonly SortedDictionary<string, string> marks;

    public ExportMarks(string workspace)
    {
        path = Path.Combine(workspace, "artifacts", "exported.json");
        marks = File.Exists(path)
            ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(path)) ?? []
            : [];
    }

    public string? Of(PipelineStage stage) => marks.GetValueOrDefault(stage.Name());

    public void Clear(PipelineStage stage)
    {
        if (marks.Remove(stage.Name()))
        {
            Save();
        }
    }

    public void Set(PipelineStage stage, string fingerprint)
    {
        marks[stage.Name()] = fingerprint;
        Save();
    }

    private void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(marks));
    }
}
