using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>
/// The laws of a tool: what must hold of its calls by its effect, its schemas and the database's constraints. They never
/// look at the program, so they judge a mutant as they judge the original.
/// </summary>
internal static class ToolLaws
{
    /// <summary>The laws that a compiled tool breaks, each with the call that shows it.</summary>
    public static IEnumerable<string> Broken(ToolSubject subject, CompiledEnvironment environment) =>
        subject.Probes.Select(p => Judge(subject, p, environment)).Concat(subject.Refusals.Select(r => RefusalLaws.Judge(subject, r, environment)))
            .OfType<string>();

    /// <summary>Returns the fault of one call, or null if there is none.</summary>
    public static string? Judge(ToolSubject subject, (Value Arguments, ObjectValue? Subject) probe, CompiledEnvironment environment)
    {
        var session = environment.Open();
        var result = session.Call(subject.Tool.Name, probe.Arguments);
        if (subject.Model.Effect is LookupEffect
            && result.Ok
            && session.Call(subject.Tool.Name, probe.Arguments) is var again
            && (!again.Ok || again.Result != result.Result))
        {
            return $"the same arguments give two answers: {Excerpt.Of(probe.Arguments)}";
        }

        return Judge(subject, probe.Arguments, session, result) is { } law ? $"{law}: {Excerpt.Of(probe.Arguments)}" : null;
    }

    /// <summary>An invariant of a table that the call touched, and that its state does not keep.</summary>
    private static string? Unkept(ToolSubject subject, Situation situation, EnvironmentSession session)
    {
        var touched = new StateChanges(session.Diff()).Tables;
        var invariants = situation.Domain.Invariants.Where(i => i.Tables.Any(t => touched.Contains(t))).ToList();
        if (invariants.Count == 0)
        {
            return null;
        }

        var state = session.State();
        return invariants.Find(i => !i.Holds(state))?.Fault;
    }

    private static string? Judge(ToolSubject subject, Value arguments, EnvironmentSession session, ToolResult result)
    {
        if (!result.Ok)
        {
            // A call is excused by a precondition of its own effect that it violates and by the user's guards, and by nothing else.
            return subject.Model.Unjudged || subject.Model.Guarded.Contains(result.Error!.Code)
                || subject.Violated(arguments).Any(p => p.Code == result.Error.Code)
                ? null
                : $"a valid call fails with {result.Error!.Code} ({result.Error.Message})";
        }

        if (!subject.Conformance.Conforms(result.Result, out var why))
        {
            return $"the result does not conform: {why}";
        }

        if (subject.Model.Unjudged)
        {
            return null;
        }

        if (!subject.Model.Writes && session.Diff().AsObject.Count > 0)
        {
            return "a read changes the state";
        }

        var situation = subject.In(arguments);
        return (subject.Model.Writes ? Unkept(subject, situation, session) : null)
            ?? EffectLaws.Broken(subject, situation, result.Result, session)
            ?? (subject.Model.Writes ? Acknowledgement.Broken(subject.Model, result.Result, subject.Row(situation)) : null);
    }
}
