using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs.AcrossTools;

/// <summary>Judges laws across tools by calls alone: no program is looked at, so a mutant is judged as its original is.</summary>
internal static class LawJudge
{
    /// <summary>Returns how the law is broken, with the call that shows it. Null if the law holds.</summary>
    public static string? Broken(LawAcrossTools law, CompiledEnvironment environment)
    {
        foreach (var (arguments, row) in law.Calls)
        {
            var session = environment.Open();
            var wrong = law.Form is LawForm.FailureThenRead or LawForm.ReadThenRead ? Disturbed(law, arguments, session) : Unseen(law, arguments, row, session);
            if (wrong is not null)
            {
                return $"{law.Name} with {law.Second.Tool.Name}: {wrong}: {Excerpt.Of(arguments)}";
            }
        }

        return null;
    }

    /// <summary>Whether the second tool shows something else after a call that must not change anything.</summary>
    private static string? Disturbed(LawAcrossTools law, Value arguments, EnvironmentSession session)
    {
        if (Question(law.Second, law.Second.Forge.Subject(0)) is not { } question)
        {
            return null;
        }

        var before = session.Call(law.Second.Tool.Name, question);
        var answer = session.Call(law.First.Tool.Name, arguments);
        if (law.Form == LawForm.FailureThenRead && answer.Ok)
        {
            return null;
        }

        return session.Call(law.Second.Tool.Name, question) == before ? null : "the answer is no longer the same";
    }

    /// <summary>Whether the second tool fails to show what the first did.</summary>
    private static string? Unseen(LawAcrossTools law, Value arguments, ObjectValue? row, EnvironmentSession session)
    {
        var table = law.First.Model.Table!;
        var child = law.Form == LawForm.DeleteThenGetChild && row is not null ? Child(law, row) : null;
        if (!session.Call(law.First.Tool.Name, arguments).Ok)
        {
            // The tool's own laws say whether it may fail.
            return null;
        }

        var state = session.State();
        var affected = law.Form switch
        {
            LawForm.DeleteThenGetChild => child,
            LawForm.DeleteThenGet or LawForm.DeleteThenList => row,
            _ when law.First.Model.Effect is CreateEffect || row is null => new StateChanges(session.Diff()).Inserted(table.Name).FirstOrDefault(),
            _ => state.Rows(table.Name).FirstOrDefault(r => r[table.Key.Name] == row[table.Key.Name]),
        };
        if (affected is null)
        {
            return law.Form is LawForm.CreateThenGet or LawForm.CreateThenList ? "nothing was created" : null;
        }

        if (Question(law.Second, affected) is not { } question)
        {
            return null;
        }

        var answer = session.Call(law.Second.Tool.Name, question);
        if (law.Form is LawForm.DeleteThenGet or LawForm.DeleteThenGetChild)
        {
            return answer.Ok ? "what is gone is still shown" : answer.Error!.Code == ErrorCode.NotFound ? null : $"what is gone gives {answer.Error.Code}";
        }

        if (!answer.Ok && law.Second.Violated(question, state).Any(p => p.Code == answer.Error!.Code))
        {
            // The row that was changed may refer to nothing, so that it cannot be asked for by what it refers to.
            return null;
        }

        return !answer.Ok ? $"the call fails with {answer.Error!.Code} ({answer.Error.Message})"
            : EffectLaws.Broken(law.Second, law.Second.In(question, state), answer.Result, session);
    }

    /// <summary>A row of the second tool's table that belongs to one that is to be deleted.</summary>
    private static ObjectValue? Child(LawAcrossTools law, ObjectValue parent)
    {
        var (above, below) = (law.First.Model.Table!, law.Second.Model.Table!);
        var column = below.Columns.FirstOrDefault(c => c.References?.Table == above.Name && c != below.Key);
        return column is null ? null : law.Second.State.Rows(below.Name).FirstOrDefault(r => r[column.Name] == parent[above.Key.Name]);
    }

    private static Value? Question(ToolSubject reader, ObjectValue? row) => row is null && reader.Model.Key is not null
        ? null
        : reader.Forge.Make(0, row, full: false);
}
