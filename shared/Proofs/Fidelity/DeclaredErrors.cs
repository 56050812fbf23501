using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Tools;

namespace AgentScaler.Proofs.Fidelity;

/// <summary>Provokes the errors that a tool declares.</summary>
internal static class DeclaredErrors
{
    public static ToolFidelity Of(ToolSpecification tool, ToolSubject subject, CompiledEnvironment environment)
    {
        var fidelity = new ToolFidelity();
        foreach (var status in (tool.Errors ?? []).Select(e => e.Status).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var codes = StatusClasses.Codes(status);
            if (codes.Count == 0)
            {
                fidelity = fidelity with { ErrorsOutside = fidelity.ErrorsOutside + 1 };
                continue;
            }

            var given = codes.Any(code => Gives(subject, environment, code));
            fidelity = (fidelity with { Errors = fidelity.Errors + FactCount.Of(given) }).Missing(given, $"the declared error {status} cannot be provoked");
        }

        return fidelity;
    }

    private static bool Gives(ToolSubject subject, CompiledEnvironment environment, ErrorCode code)
    {
        if (code == ErrorCode.InvalidArguments && subject.Probes.Count > 0 && InvalidArguments.Of(subject, subject.Probes[0].Arguments).Any())
        {
            return true;
        }

        return subject.Refusals.Any(r => r.Code == code
            && environment.Open().Call(subject.Tool.Name, r.Arguments) is { Ok: false } result
            && result.Error!.Code == code);
    }
}
