using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Paths;

/// <summary>Builds wishes whose call must fail first (a mistake of the user, a name that is taken, a wrong state), with the way round.</summary>
internal sealed class FailingGoals(PathDraft draft, ArgumentFiller filler, GoalBuilder goals)
{
    private const int Attempts = 24;

    /// <summary>Makes a call that fails by its program, then the same wish with working arguments, or another wish.</summary>
    public Wish? Make(ToolModel tool, Func<ErrorBranch, bool> wanted, IReadOnlyList<ToolModel> fallbacks)
    {
        for (var attempt = 0; attempt < Attempts && filler.Spend(); attempt++)
        {
            var before = draft.Save();
            if (Once(tool, wanted, fallbacks, before, attempt) is { } wish)
            {
                return wish;
            }

            draft.Restore(before);
        }

        return null;
    }

    private Wish? Once(ToolModel tool, Func<ErrorBranch, bool> wanted, IReadOnlyList<ToolModel> fallbacks, SavePoint before, int attempt)
    {
        var rows = new RowChooser(draft, share: before.Calls > 0);
        var optional = goals.Optional(tool);
        var wrong = attempt % 3 == 0 ? Mistold(tool) : attempt % 3 == 1 ? Taken(tool) : null;
        if (filler.Fill(tool, rows, optional, 0, wrong) is not { } filled)
        {
            return null;
        }

        var failed = draft.Call(tool, filled);
        if (failed.Ok || failed.Error!.Code > ErrorCode.PreconditionFailed || tool.BranchOf(failed.Error) is not { } branch || !wanted(branch))
        {
            filler.Misses.Note(PathMiss.NotRefused, failed.Error is { } other ? $"{tool.Name}: {other.Message}" : tool.Name);
            return null;
        }

        draft.Expect(failed.Error.Code);
        var hash = draft.Hash;
        foreach (var varied in Varying(tool, filled, wrong))
        {
            var point = draft.Save();
            var kept = filled.Where(f => f.Parameter.Pointer != varied).ToDictionary(f => f.Parameter.Pointer, StringComparer.Ordinal);
            var others = new RowChooser(draft, share: false);
            foreach (var row in filled.Where(f => f.Parameter.Pointer != varied && f.Row is not null).Select(f => f.Row!.Value))
            {
                others.Fix(row);
            }

            if (filler.Fill(tool, others, p => kept.ContainsKey(p.Pointer) || p.Pointer == varied, 0, kept) is { } instead
                && instead.FirstOrDefault(f => f.Parameter.Pointer == varied) is { } other
                && other.Value != filled.FirstOrDefault(f => f.Parameter.Pointer == varied)?.Value
                && draft.Call(tool, instead).Ok
                && (tool.Writes ? draft.Hash != hash : true))
            {
                goals.MentionCreated(tool);
                IReadOnlyList<WishAnswer> answers = tool.Writes ? [] : goals.Answers(one: true);
                if (tool.Writes || answers.Count > 0)
                {
                    return goals.Finish(tool, before, filled, answers)
                        with
                    { Instead = [.. instead.Where(f => f.Parameter.Pointer == varied)], Branch = branch };
                }
            }

            draft.Restore(point);
        }

        foreach (var other in fallbacks)
        {
            if (goals.Ordinary(other, share: false, answer: true) is { } next)
            {
                return goals.Finish(tool, before, filled, next.Answers) with { Branch = branch, Next = next };
            }
        }

        filler.Misses.Note(PathMiss.NoWayRound, tool.Name);
        return null;
    }

    /// <summary>Makes a mistake of the user: a plausible reference that leads nowhere, or a name that no row has.</summary>
    private Dictionary<string, FilledArgument>? Mistold(ToolModel tool)
    {
        var bound = tool.Parameters.Select(p => (Parameter: p, Binding: tool.BindingsOf(p.Pointer).FirstOrDefault(b =>
                b.Role is BindingRole.Key or BindingRole.Filter or BindingRole.Search
                    || (b.Role == BindingRole.Assigned && draft.Domain.IsKey(b.Table, b.Column)))))
            .Where(k => k.Binding is not null && k.Parameter.Stated is null).ToList();
        var keys = bound.Where(k => k.Parameter.Required && draft.Domain.IsKey(k.Binding!.Table, k.Binding.Column)).ToList();
        var some = keys.Count > 0 && draft.Random.Chance(0.6) ? keys : bound;
        if (some.Count == 0)
        {
            return null;
        }

        var (parameter, binding) = draft.Random.Pick(some);
        var (tableName, column) = draft.Domain.Target(binding!.Table, binding.Column);
        if (draft.Domain.Table(tableName) is not { } table || draft.Rows.Rows(tableName) is not { Count: > 0 } rows)
        {
            return null;
        }

        var isKey = draft.Domain.IsKey(binding.Table, binding.Column);
        for (var i = 0; i < 10; i++)
        {
            var made = isKey ? Misspell(draft.Random.Pick(rows)[column]) : filler.Values.Make(parameter, table, table.Schema.Column(column), Value.Null);
            if (made is { } value && ColumnNature.Speakable(value) && !rows.Any(r => r[column] == value))
            {
                var label = isKey ? Labels.OfKey(table.Noun, column) : Labels.Of(table.Noun, parameter.Name);
                var name = draft.Tell($"mistold\u001f{draft.Calls.Count}\u001f{parameter.Pointer}", label, value);
                var told = new FilledArgument(parameter, value, PlanSource.User(name), binding, null, new Condition(label, name, null));
                return new Dictionary<string, FilledArgument>(StringComparer.Ordinal) { [parameter.Pointer] = told };
            }
        }

        return null;
    }

    private Value? Misspell(Value key)
    {
        if (key.IsInteger)
        {
            return key.AsInteger + 1 + draft.Random.Next(9000);
        }

        if (!key.IsString)
        {
            return null;
        }

        var text = key.AsString.ToCharArray();
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                text[i] = (char)('0' + ((text[i] - '0' + 1 + draft.Random.Next(9)) % 10));
                if (draft.Random.Chance(0.5))
                {
                    break;
                }
            }
        }

        return new string(text) is var changed && changed != key.AsString ? changed : key.AsString + "x";
    }

    /// <summary>Supplies a value that must be unique and is taken already.</summary>
    private Dictionary<string, FilledArgument>? Taken(ToolModel tool)
    {
        foreach (var parameter in tool.Parameters)
        {
            var binding = tool.BindingsOf(parameter.Pointer).FirstOrDefault(b => b.Role == BindingRole.Assigned
                && draft.Domain.Schema.Table(b.Table) is { } t
                    && (t.Unique.Any(u => u.Contains(b.Column)) || t.PrimaryKey.Contains(b.Column))
                    && t.Column(b.Column)?.References is null);
            if (binding is not null
                && draft.Rows.Rows(binding.Table) is { Count: > 0 } rows
                && draft.Random.Pick(rows)[binding.Column] is var value
                && ColumnNature.Speakable(value))
            {
                var label = Labels.Of(draft.Domain.Table(binding.Table)?.Noun, parameter.Name);
                var name = draft.Tell($"taken\u001f{draft.Calls.Count}\u001f{parameter.Pointer}", label, value);
                var told =
                    new FilledArgument(parameter, value, PlanSource.User(name), binding, null, new Condition(Labels.Of(null, parameter.Name), name, null));
                return new Dictionary<string, FilledArgument>(StringComparer.Ordinal) { [parameter.Pointer] = told };
            }
        }

        return null;
    }

    private IEnumerable<string> Varying(ToolModel tool, List<FilledArgument> filled, Dictionary<string, FilledArgument>? wrong)
    {
        if (wrong is not null)
        {
            return wrong.Keys;
        }

        return draft.Random.Shuffle(
            filled.Where(f => f.Row is not null || f.Binding?.Role == BindingRole.Assigned || f.Binding is null && f.Condition is not null)
            .OrderBy(f => f.Row is null ? 1 : 0).Select(f => f.Parameter.Pointer)).Take(3);
    }
}
