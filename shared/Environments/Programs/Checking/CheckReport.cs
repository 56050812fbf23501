namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Collects the findings on one program, and stops counting where a hostile program would flood it.</summary>
internal sealed class CheckReport(string tool)
{
    private const int Most = 100;
    private readonly List<ProgramDiagnostic> _diagnostics = [];
    private int _nodes;
    private bool _full;

    public IReadOnlyList<ProgramDiagnostic> Diagnostics => _diagnostics;

    public void Add(string place, string message)
    {
        if (_diagnostics.Count < Most)
        {
            _diagnostics.Add(new ProgramDiagnostic(tool, place, message));
        }
    }

    /// <summary>Counts one node; false once the program is too large to be looked at any further.</summary>
    public bool Enter(string place)
    {
        if (++_nodes <= ProgramLimits.Nodes)
        {
            return true;
        }

        if (!_full)
        {
            _full = true;
            Add(place, $"A program has at most {ProgramLimits.Nodes} expressions and statements.");
        }

        return false;
    }
}
