using System.Globalization;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Materialization.Proofs;

/// <summary>What proofs depend on beside the domain: how many calls and mutants, whether there is a Python, and the code itself.</summary>
internal static class ProofSettings
{
    public static string Text(int differentialCalls, int mutants) => string.Create(
        CultureInfo.InvariantCulture, $"{differentialCalls} {mutants} {differentialCalls > 0 && PythonInterpreter.Command is not null} {Code}");

    /// <summary>Names the code that makes and proves environments: another build may prove otherwise.</summary>
    public static string Code { get; } = $"{typeof(ProofSettings).Module.ModuleVersionId:n} {typeof(CompiledEnvironment).Module.ModuleVersionId:n}";
}
