namespace AgentScaler.Environments.Programs;

/// <summary>A program, or an environment made of programs, that cannot be read or does not type-check.</summary>
public sealed class ProgramException : Exception
{
    private const int Shown = 20;

    public ProgramException(IReadOnlyList<ProgramDiagnostic> diagnostics)
        : base(Text(diagnostics)) => Diagnostics = diagnostics;

    public ProgramException(string tool, string place, string message)
        : this([new ProgramDiagnostic(tool, place, message)])
    {
    }

    public IReadOnlyList<ProgramDiagnostic> Diagnostics { get; }

    private static string Text(IReadOnlyList<ProgramDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var lines = diagnostics.Take(Shown).Select(d => d.ToString());
        return string.Join('\n', diagnostics.Count > Shown ? lines.Append($"and {diagnostics.Count - Shown} more") : lines);
    }
}
