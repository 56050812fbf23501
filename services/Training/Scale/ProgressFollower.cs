using System.Text.Json;
using AgentScaler.Tools;
using AgentScaler.Training.Engine;

namespace AgentScaler.Training.Scale;

/// <summary>Reads a growing file of JSON lines, one for each step. After a resume steps are repeated, and the last line of a step counts.</summary>
internal sealed class ProgressFollower(string path)
{
    private readonly SortedDictionary<int, StepRecord> _steps = [];
    private long _position;

    private sealed record Line(int Step, int MaxSteps, double Loss, double GradNorm, double LearningRate, long Tokens, long TrainedTokens);

    public List<StepRecord> Steps => [.. _steps.Values];

    public void Read(Action<StepRecord, int>? progress)
    {
        if (!File.Exists(path))
        {
            return;
        }
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Min(_position, stream.Length);
        var bytes = new byte[stream.Length - stream.Position];
        stream.ReadExactly(bytes);
        // A line counts when its end is written.
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _position += end;
        foreach (var text in System.Text.Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Line line;
            try
            {
                line = JsonSerializer.Deserialize<Line>(text, ContractJson.Options)!;
            }
            catch (JsonException)
            {
                // Other output of the engine is not a step.
                continue;
            }

            var step = new StepRecord(line.Step, line.Loss, line.GradNorm, line.LearningRate, line.Tokens, line.TrainedTokens);
            _steps[step.Step] = step;
            progress?.Invoke(step, line.MaxSteps);
        }
    }
}
