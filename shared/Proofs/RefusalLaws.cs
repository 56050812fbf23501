using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;

namespace AgentScaler.Proofs;

/// <summary>
/// What a tool must refuse, with which code, and that a refused call changes nothing. The calls are made from the preconditions of
/// its effect: each says how a valid call becomes one that it forbids.
/// </summary>
internal static class RefusalLaws
{
    private const string Nowhere = "zz-9999999";
    private const int Tries = 6;

    /// <summary>Returns the fault of the answer to a call that must fail, or null if there is none.</summary>
    public static string? Judge(ToolSubject subject, (Value Arguments, ErrorCode Code, string Because) refusal, CompiledEnvironment environment)
    {
        var (arguments, code, because) = refusal;
        var session = environment.Open();
        var result = session.Call(subject.Tool.Name, arguments);
        if (result.Ok || (result.Error!.Code != code && !subject.Model.Guarded.Contains(result.Error.Code)))
        {
            return $"{because} gives {(result.Ok ? "a result" : result.Error!.Code.ToString())}, not {code}: {Excerpt.Of(arguments)}";
        }

        if (session.Diff().AsObject.Count > 0)
        {
            return $"a refused call changes the state: {Excerpt.Of(arguments)}";
        }

        return string.IsNullOrWhiteSpace(result.Error.Message)
            ? $"the error does not say what was asked for: {result.Error.Message}"
            : null;
    }

    /// <summary>Calls that break preconditions, where there is no doubt about the code of the answer.</summary>
    public static IEnumerable<(Value Arguments, ErrorCode Code, string Because)> Cases(ToolSubject subject)
    {
        if (subject.Probes.Count == 0 || subject.Model.Unjudged)
        {
            yield break;
        }

        var valid = subject.Probes[0].Arguments;
        var situation = subject.In(valid);
        var seen = new HashSet<Value>();
        foreach (var precondition in subject.Model.Effect.Preconditions)
        {
            foreach (var arguments in precondition.Violations(situation).Select(v => Call(subject, valid, v)).OfType<Value>())
            {
                var violated = subject.Violated(arguments);
                if (violated.Contains(precondition) && Refuses(violated, precondition.Code) && seen.Add(arguments))
                {
                    yield return (arguments, precondition.Code, precondition.Fault);
                }
            }
        }
    }

    /// <summary>
    /// Whether the first precondition that is looked at refuses with a code. The order in which a database looks at its own rules is not
    /// known, so that those must agree.
    /// </summary>
    private static bool Refuses(IReadOnlyList<Precondition> violated, ErrorCode code) =>
        violated[0].KeptByDatabase ? violated.All(v => v.Code == code) : violated[0].Code == code;

    /// <summary>The valid call as the violation changes it. Null if the tool's own schema refuses that.</summary>
    private static Value? Call(ToolSubject subject, Value valid, Violation violation)
    {
        if (violation.Row is { } row)
        {
            return subject.Forge.Make(0, row, false);
        }

        return violation.Unknown is { } unknown ? Strange(subject, valid, violation.Parameter!, unknown.Table, unknown.Column)
            : Accepted(subject, Matching.With(valid, violation.Parameter!, violation.Value));
    }

    /// <summary>The valid arguments with a parameter that names no row of a table.</summary>
    private static Value? Strange(ToolSubject subject, Value valid, ToolParameter parameter, string table, string column)
    {
        if (Unknown(parameter) is { } nobody && Accepted(subject, Matching.With(valid, parameter, nobody)) is { } plain)
        {
            return plain;
        }

        // Where a pattern forbids that, another value of the pattern is as unknown.
        if (parameter.Node.Enum is not null || parameter.Node.Kind != NodeKind.String)
        {
            return null;
        }

        var taken = subject.State.Rows(table).Select(r => r[column]).ToHashSet();
        var forge = new ValueForge(new DeterministicRandom(77, parameter.Name));
        for (var i = 0; i < Tries; i++)
        {
            var made = forge.Make(parameter.Node, parameter.Name, null);
            if (!taken.Contains(made) && Accepted(subject, Matching.With(valid, parameter, made)) is { } unknown)
            {
                return unknown;
            }
        }

        return null;
    }

    /// <summary>A value that names no row, of the parameter's own kind.</summary>
    private static Value? Unknown(ToolParameter parameter) => parameter.Node.Enum is not null ? null : parameter.Node.Kind switch
    {
        NodeKind.String when parameter.Node.Format is "uuid" or "guid" => "00000000-0000-4000-8000-000009999999",
        NodeKind.String or NodeKind.Any => Nowhere,
        NodeKind.Integer or NodeKind.Number => 9999999,
        _ => null,
    };

    private static Value? Accepted(ToolSubject subject, Value arguments) => subject.Forge.Validator.Validate(arguments, out _) is null
        ? arguments
        : default(Value?);
}
