namespace AgentScaler.Environments.Programs;

/// <summary>One reason why a program is refused.</summary>
/// <param name="Tool">The program's tool; empty where the finding concerns no single program.</param>
/// <param name="Place">JSON pointer into the program's JSON form, for example <c>/body/2/set/status</c>.</param>
/// <param name="Message">The mistake and its remedy.</param>
public sealed record ProgramDiagnostic(string Tool, string Place, string Message)
{
    public override string ToString() =>
        (Tool.Length == 0 ? "" : Tool + " ") + (Place.Length == 0 ? "" : "at " + Place + ": ") + Message;
}
