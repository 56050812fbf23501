using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Proofs;

/// <summary>How much of a tool's documented behaviour the environment reproduces.</summary>
internal static class Fidelity
{
    private const int MaxExamples = 5;

    /// <summary>
    /// The share of documented facts that hold, 0 to 1; null where nothing is documented. Facts are: a documented request is
    /// accepted as valid, a documented response has the form of an actual one (its members and their kinds), a declared error
    /// 404, 409, 400 or 422 is an error the environment can give.
    /// </summary>
    public static double? Of(ToolSpecification tool, ToolSubject subject, CompiledEnvironment environment)
    {
        var (facts, held) = (0, 0);
        var actual = subject.Probes.Select(p => environment.Open().Call(tool.Name, p.Arguments)).FirstOrDefault(r => r.Ok);
        foreach (var example in (tool.Examples ?? []).Take(MaxExamples))
        {
            if (example.Arguments is { } arguments && SchemaDocument.ToValue(arguments) is { IsObject: true } given)
            {
                facts++;
                held += subject.Forge.Validator.Validate(given, out _) is null ? 1 : 0;
            }

            if (example.Response is { } response && SchemaDocument.ToValue(response) is { } documented && actual is not null)
            {
                facts++;
                held += Alike(documented, actual.Result, 0) >= 0.5 ? 1 : 0;
            }
        }

        var codes = (tool.Errors ?? []).Select(e => Code(e.Status)).OfType<ErrorCode>().Distinct().ToList();
        foreach (var code in codes)
        {
            facts++;
            held += Gives(subject, environment, code) ? 1 : 0;
        }

        return facts == 0 ? null : (double)held / facts;
    }

    /// <summary>The share of the documented members that the actual value has, with the same kind.</summary>
    private static double Alike(Value documented, Value actual, int depth)
    {
        if (documented.IsArray && actual.IsArray)
        {
            return documented.AsArray.Length == 0 || actual.AsArray.Length == 0 ? 1 : Alike(documented.AsArray[0], actual.AsArray[0], depth + 1);
        }

        if (!documented.IsObject || !actual.IsObject)
        {
            return documented.Kind == actual.Kind || documented.IsNull || actual.IsNull ? 1 : 0;
        }

        var members = documented.AsObject;
        if (members.Count == 0 || depth > 4)
        {
            return 1;
        }

        return members.Average(m => actual.AsObject.TryGet(m.Key, out var own) ? Alike(m.Value, own, depth + 1) : 0);
    }

    private static bool Gives(ToolSubject subject, CompiledEnvironment environment, ErrorCode code)
    {
        if (code == ErrorCode.InvalidArguments)
        {
            return subject.Probes.Count > 0 && InvalidArguments.Of(subject, subject.Probes[0].Arguments).Any();
        }

        return subject.Refusals.Any(r => r.Code == code && environment.Open().Call(subject.Tool.Name, r.Arguments) is { Ok: false } result && result.Error!.Code == code);
    }

    private static ErrorCode? Code(string status) => status switch
    {
        "404" or "410" => ErrorCode.NotFound,
        "409" => ErrorCode.Conflict,
        "412" => ErrorCode.PreconditionFailed,
        "400" or "422" => ErrorCode.InvalidArguments,
        _ => null,
    };
}
