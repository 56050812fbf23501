using System.Text.Json;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Standalone.Export;

/// <summary>Records the fingerprint of each stage from which the workspace's files were written.</summary>
internal sealed class ExportMarks
{
    private readonly string _path;
    private readonly SortedDictionary<string, string> _marks;

    public ExportMarks(string workspace)
    {
        _path = Path.Combine(workspace, "artifacts", "exported.json");
        _marks = File.Exists(_path)
            ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(_path)) ?? []
            : [];
    }

    public string? Of(PipelineStage stage) => _marks.GetValueOrDefault(stage.Name());

    public void Clear(PipelineStage stage)
    {
        if (_marks.Remove(stage.Name()))
        {
            Save();
        }
    }

    public void Set(PipelineStage stage, string fingerprint)
    {
        _marks[stage.Name()] = fingerprint;
        Save();
    }

    private void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllText(_path, JsonSerializer.Serialize(_marks));
    }
}
