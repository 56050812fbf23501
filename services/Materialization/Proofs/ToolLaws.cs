using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>
/// The laws of a tool: what must hold of its calls by its intent, its schemas and the database's constraints. They never
/// look at the program, so they judge a mutant as they judge the original.
/// </summary>
internal static class ToolLaws
{
    /// <summary>The laws that a compiled tool breaks, each with the call that shows it.</summary>
    public static IEnumerable<string> Broken(ToolSubject subject, CompiledEnvironment environment) =>
        subject.Probes.Select(p => Judge(subject, p, environment)).Concat(subject.Refusals.Select(r => RefusalLaws.Judge(subject, r, environment))).OfType<string>();

    /// <summary>What is wrong with one call, or null.</summary>
    public static string? Judge(ToolSubject subject, (Value Arguments, ObjectValue? Subject) probe, CompiledEnvironment environment)
    {
        var session = environment.Open();
        var result = session.Call(subject.Tool.Name, probe.Arguments);
        subject.Forge.Validator.Validate(probe.Arguments, out var filled);
        if (subject.Intent.Kind == IntentKind.Lookup && result.Ok && session.Call(subject.Tool.Name, probe.Arguments) is var again && (!again.Ok || again.Result != result.Result))
        {
            return $"the same arguments give two answers: {Short(probe.Arguments)}";
        }

        return Judge(subject, filled, probe.Subject, session, result) is { } law ? $"{law}: {Short(probe.Arguments)}" : null;
    }

    private static string? Judge(ToolSubject subject, Value arguments, ObjectValue? row, EnvironmentSession session, ToolResult result)
    {
        var intent = subject.Intent;
        if (!result.Ok)
        {
            return Excused(subject, arguments, row, result.Error!) ? null : $"a valid call fails with {result.Error!.Code} ({result.Error.Message})";
        }

        if (!subject.Conformance.Conforms(result.Result, out var why))
        {
            return $"the result does not conform: {why}";
        }

        if (!intent.Writes)
        {
            if (session.Diff().AsObject.Count > 0)
            {
                return "a read changes the state";
            }

            return ReadLaws.Broken(subject, arguments, result.Result, session, subject.State);
        }

        return WriteLaws.Broken(subject, arguments, row, result.Result, session) ?? Acknowledgement.Broken(intent, result.Result, row);
    }

    /// <summary>A call may fail where the database's own constraints say so.</summary>
    private static bool Excused(ToolSubject subject, Value arguments, ObjectValue? row, ToolError error)
    {
        var intent = subject.Intent;
        return error.Code switch
        {
            ErrorCode.NotFound => (intent.Table is not null && row is null && intent.Kind is not (IntentKind.List or IntentKind.Count or IntentKind.Create or IntentKind.Upsert) && (intent.Key is not null || subject.State.Rows(intent.Table.Name).Count == 0)) || WriteLaws.MissingReference(subject, arguments) || (intent.Kind == IntentKind.Unlink) || (intent.Kind == IntentKind.Get && intent.Key is null && RowOracle.Matching(intent, subject.State, arguments).Count == 0),
            ErrorCode.Conflict => intent.Kind is IntentKind.Create or IntentKind.CreateMany or IntentKind.Upsert or IntentKind.Update or IntentKind.Transfer && WriteLaws.Collides(subject, arguments, row)
                || (intent.Kind == IntentKind.Link && WriteLaws.Linked(intent, arguments, row)) || (intent.Kind is IntentKind.Delete or IntentKind.DeleteMany && (WriteLaws.InUse(subject, row) || WriteLaws.Entangled(subject))),
            ErrorCode.PreconditionFailed => (row is not null && !intent.Admits(row)) || (intent.Kind == IntentKind.Transition && intent.Changed is not null && row is not null && !intent.From.Contains(row[intent.Changed.Name])) || intent.Kind is IntentKind.Unlink || intent.Kind == IntentKind.Transfer,
            ErrorCode.InvalidArguments => WriteLaws.BeyondColumns(subject, arguments),
            _ => false,
        };
    }

    public static string Short(Value value)
    {
        var text = value.ToJson();
        return text.Length > 160 ? text[..160] + "..." : text;
    }
}
