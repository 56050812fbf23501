using System.Globalization;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Proofs;

/// <summary>The inputs of proofs other than the domain: the numbers of calls and mutants, the presence of Python, and the code itself.</summary>
public static class ProofSettings
{
    public static string Text(int differentialCalls, int mutants) => string.Create(
        CultureInfo.InvariantCulture, $"{differentialCalls} {mutants} {differentialCalls > 0 && PythonInterpreter.Command is not null} {Code}");

    /// <summary>The identity of the code that proves environments, because another build may prove differently.</summary>
    public static string Code { get; } =
        $"{typeof(ProofSettings).Module.ModuleVersionId:n} {typeof(Effect).Module.ModuleVersionId:n} {typeof(CompiledEnvironment).Module.ModuleVersionId:n}";
}
