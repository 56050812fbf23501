using System.Globalization;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Proofs;

/// <summary>What proofs depend on beside the domain: how many calls and mutants, whether there is a Python, and the code itself.</summary>
public static class ProofSettings
{
    public static string Text(int differentialCalls, int mutants) => string.Create(
        CultureInfo.InvariantCulture, $"{differentialCalls} {mutants} {differentialCalls > 0 && PythonInterpreter.Command is not null} {Code}");

    /// <summary>Names the code that proves environments: another build may prove otherwise.</summary>
    public static string Code { get; } =
        $"{typeof(ProofSettings).Module.ModuleVersionId:n} {typeof(Effect).Module.ModuleVersionId:n} {typeof(CompiledEnvironment).Module.ModuleVersionId:n}";
}
