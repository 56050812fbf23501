using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Environments.Differential;

/// <summary>Counts the outcomes of one tool's calls during a test.</summary>
internal sealed class ToolTally(string name)
{
    private const int ExampleLength = 2000;
    private int _calls;
    private int _succeeded;
    private int _refused;
    private int _mismatches;
    private string? _example;

    public void Count(ToolResult result)
    {
        _calls++;
        _succeeded += result.Ok ? 1 : 0;
        _refused += result.Error?.Code == ErrorCode.InvalidArguments ? 1 : 0;
    }

    public void Mismatch(string example)
    {
        _mismatches++;
        _example ??= example.Length > ExampleLength ? example[..ExampleLength] : example;
    }

    public ToolDifference ToReport() => new(name, _calls, _succeeded, _refused, _mismatches, _example);
}
