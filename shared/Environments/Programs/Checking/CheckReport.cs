namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Collects the findings on one program, up to a bound that keeps a hostile program from flooding it.</summary>
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

    /// <summary>Counts one node. Returns false once the program is too large for further checks.</summary>
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
