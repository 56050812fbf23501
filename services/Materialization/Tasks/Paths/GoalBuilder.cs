using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tasks.Reading;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Materialization.Tasks.Paths;

/// <summary>Adds one wish to a path: a write that changes something, a read that tells something, a call that must fail first, or what is forbidden.</summary>
internal sealed class GoalBuilder(PathDraft draft, ArgumentFiller filler)
{
    private const int Attempts = 8;

    private static readonly HashSet<string> Boilerplate = new(StringComparer.Ordinal)
    {
        "limit", "offset", "page", "cursor", "size", "sort", "order", "fields", "expand", "include", "format", "pretty", "alt", "callback", "token",
        "key", "version", "locale", "per", "skip", "top", "take", "count", "direction", "marker", "next", "accept", "auth", "authorization",
    };

    private readonly AnswerFinder _answers = new(draft, filler.Paths);

    /// <param name="share">Whether the wish must be about something that came up before.</param>
    /// <param name="supplied">Arguments given from outside, by pointer.</param>
    public Wish? Ordinary(ToolModel tool, bool share, bool answer, IReadOnlyDictionary<string, FilledArgument>? supplied = null)
    {
        for (var attempt = 0; attempt < Attempts && filler.Spend(); attempt++)
        {
            var before = draft.Save();
            if (Once(tool, share && attempt < Attempts - 1, answer, before, supplied) is { } wish)
            {
                return wish;
            }

            draft.Restore(before);
        }

        return null;
    }

    private Wish? Once(ToolModel tool, bool share, bool answer, SavePoint before, IReadOnlyDictionary<string, FilledArgument>? supplied)
    {
        var rows = new RowChooser(draft, share: before.Calls > 0);
        var optional = Optional(tool);
        var hash = draft.Hash;
        if (filler.Fill(tool, rows, optional, 0, supplied) is not { } filled
            || (share && before.Calls > 0 && !filled.Any(f => Shares(f, before)))
            || (tool.Deletes.Count > 0 && filled.Any(f => f.Row is { } r && draft.Mentions.GetValueOrDefault(r) is { Created: true })))
        {
            return null;
        }

        var arguments = ArgumentTree.Build(filled.Select(f => (f.Parameter.Pointer, f.Value)));
        if ((!tool.Writes && draft.Calls.Any(c => c.Tool == tool && c.Arguments == arguments)) || !draft.Call(tool, filled).Ok)
        {
            return null;
        }

        if (tool.Writes)
        {
            if (draft.Hash == hash)
            {
                return null;
            }

            MentionCreated(tool);
            return Finish(tool, before, filled, answer && draft.Random.Chance(0.3) ? Answers(one: true) : []);
        }

        var answers = Answers(one: false);
        return answers.Count == 0 ? null : Finish(tool, before, filled, answers);
    }

    private IReadOnlyList<WishAnswer> Answers(bool one) => _answers.Find(draft.Calls.Count - 1, one);

    private bool Shares(FilledArgument argument, SavePoint before) =>
        (argument.Row is { } row && before.Mentions.ContainsKey(row)) || PlanSource.Calls(argument.Source).Any(c => c < before.Calls);

    /// <summary>What a create made can be spoken of afterwards.</summary>
    private void MentionCreated(ToolModel tool)
    {
        var call = draft.Calls.Count - 1;
        foreach (var sighting in draft.Sightings.Where(s => s.Call == call && s.Via is null && tool.Inserts.Contains(s.Row.Table)).ToList())
        {
            if (draft.Domain.Table(sighting.Row.Table) is { } table)
            {
                draft.Mention(new RowMention(sighting.Row, table.Noun, [], [], Created: true));
            }
        }
    }

    private Wish Finish(ToolModel tool, SavePoint before, IReadOnlyList<FilledArgument> filled, IReadOnlyList<WishAnswer> answers) =>
        new(tool, before.Calls, draft.Calls.Count - before.Calls, filled, answers)
        {
            Names = [.. draft.Known.Skip(before.Known.Count).Select(k => k.Key)],
        };

    /// <summary>Which optional parameters a person would mind: what an update changes, what a search narrows, a few of a create.</summary>
    public Func<ParameterModel, bool> Optional(ToolModel tool)
    {
        var candidates = tool.Parameters.Where(p => !p.Required && p.Stated is null && !IsBoilerplate(p)
            && tool.BindingsOf(p.Pointer).Any(b => tool.Writes ? b.Role == BindingRole.Assigned : b.Role is BindingRole.Filter or BindingRole.Search)).ToList();
        var changes = tool.Updates.Count > 0 && !tool.Parameters.Any(p => p.Required && tool.BindingsOf(p.Pointer).Any(b => b.Role == BindingRole.Assigned)) && tool.Literals.Count == 0;
        var most = tool.Writes ? (changes ? 1 + draft.Random.Next(2) : draft.Random.Next(3)) : draft.Random.Next(2);
        var chosen = draft.Random.Shuffle(candidates).Take(most).Select(p => p.Pointer).ToHashSet(StringComparer.Ordinal);
        return p => chosen.Contains(p.Pointer);
    }

    private static bool IsBoilerplate(ParameterModel parameter) => Words.Split(parameter.Name).All(Boilerplate.Contains);

    /// <summary>A call that fails as the program says, then the same wish with something else that works.</summary>
    public Wish? Failing(ToolModel tool, Func<ErrorBranch, bool> wanted)
    {
        for (var attempt = 0; attempt < Attempts * 3 && filler.Spend(); attempt++)
        {
            var before = draft.Save();
            if (FailOnce(tool, wanted, before, attempt) is { } wish)
            {
                return wish;
            }

            draft.Restore(before);
        }

        return null;
    }

    private Wish? FailOnce(ToolModel tool, Func<ErrorBranch, bool> wanted, SavePoint before, int attempt)
    {
        var rows = new RowChooser(draft, share: before.Calls > 0);
        var optional = Optional(tool);
        var wrong = attempt % 3 == 0 ? Mistold(tool) : attempt % 3 == 1 ? Taken(tool) : null;
        if (filler.Fill(tool, rows, optional, 0, wrong) is not { } filled)
        {
            return null;
        }

        var failed = draft.Call(tool, filled);
        if (failed.Ok || failed.Error!.Code > ErrorCode.PreconditionFailed || tool.BranchOf(failed.Error) is not { } branch || !wanted(branch))
        {
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
                MentionCreated(tool);
                IReadOnlyList<WishAnswer> answers = tool.Writes ? [] : Answers(one: true);
                if (tool.Writes || answers.Count > 0)
                {
                    return Finish(tool, before, filled, answers) with { Instead = [.. instead.Where(f => f.Parameter.Pointer == varied)], Branch = branch };
                }
            }

            draft.Restore(point);
        }

        return null;
    }

    /// <summary>A reference that the user got wrong: it looks right and leads nowhere.</summary>
    private Dictionary<string, FilledArgument>? Mistold(ToolModel tool)
    {
        var keys = tool.Parameters.Where(p => p.Required).Select(p => (Parameter: p, Binding: tool.BindingsOf(p.Pointer).FirstOrDefault(b => draft.Domain.IsKey(b.Table, b.Column) && b.Role is BindingRole.Key or BindingRole.Filter or BindingRole.Assigned)))
            .Where(k => k.Binding is not null).ToList();
        if (keys.Count == 0)
        {
            return null;
        }

        var (parameter, binding) = draft.Random.Pick(keys);
        var (tableName, column) = draft.Domain.Target(binding!.Table, binding.Column);
        if (draft.Domain.Table(tableName) is not { } table || draft.Rows.Rows(tableName) is not { Count: > 0 } rows)
        {
            return null;
        }

        for (var i = 0; i < 10; i++)
        {
            if (Misspell(draft.Random.Pick(rows)[column]) is { } value && ColumnNature.Speakable(value) && !rows.Any(r => r[column] == value))
            {
                var label = Labels.OfKey(table.Noun, column);
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

    /// <summary>A value that must be unique and is taken already.</summary>
    private Dictionary<string, FilledArgument>? Taken(ToolModel tool)
    {
        foreach (var parameter in tool.Parameters)
        {
            var binding = tool.BindingsOf(parameter.Pointer).FirstOrDefault(b => b.Role == BindingRole.Assigned
                && draft.Domain.Schema.Table(b.Table) is { } t && (t.Unique.Any(u => u.Contains(b.Column)) || t.PrimaryKey.Contains(b.Column)) && t.Column(b.Column)?.References is null);
            if (binding is not null && draft.Rows.Rows(binding.Table) is { Count: > 0 } rows && draft.Random.Pick(rows)[binding.Column] is var value && ColumnNature.Speakable(value))
            {
                var label = Labels.Of(draft.Domain.Table(binding.Table)?.Noun, parameter.Name);
                var name = draft.Tell($"taken\u001f{draft.Calls.Count}\u001f{parameter.Pointer}", label, value);
                var told = new FilledArgument(parameter, value, PlanSource.User(name), binding, null, new Condition(Labels.Of(null, parameter.Name), name, null));
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

        return draft.Random.Shuffle(filled.Where(f => f.Row is not null || f.Binding?.Role == BindingRole.Assigned || f.Binding is null && f.Condition is not null)
            .OrderBy(f => f.Row is null ? 1 : 0).Select(f => f.Parameter.Pointer)).Take(3);
    }

    /// <summary>Something that a rule forbids: the way to it is looked up, the call itself is not made.</summary>
    public Wish? Forbidden(ToolModel tool, Func<ErrorBranch, string?> rule)
    {
        for (var attempt = 0; attempt < Attempts * 2 && filler.Spend(); attempt++)
        {
            var before = draft.Save();
            if (ForbidOnce(tool, rule, before) is { } wish)
            {
                return wish;
            }

            draft.Restore(before);
        }

        return null;
    }

    private Wish? ForbidOnce(ToolModel tool, Func<ErrorBranch, string?> rule, SavePoint before)
    {
        if (filler.Fill(tool, new RowChooser(draft, share: before.Calls > 0), Optional(tool), 0) is not { } filled)
        {
            return null;
        }

        var result = draft.Try(tool, ArgumentTree.Build(filled.Select(f => (f.Parameter.Pointer, f.Value))));
        if (result.Ok || result.Error!.Code is not (ErrorCode.PreconditionFailed or ErrorCode.Conflict) || tool.BranchOf(result.Error) is not { } branch || rule(branch) is not { } sentence)
        {
            return null;
        }

        // The row that the rule is about must have been looked at: how else would an agent know?
        var about = filled.Where(f => f.Row is { } r && tool.Updates.Concat(tool.Deletes).Concat(tool.Reads).Contains(r.Table)).Select(f => f.Row!.Value).ToList();
        if (about.Count == 0 || (!about.Any(r => draft.Sightings.Any(s => s.Row == r && s.Via is null && s.Column != draft.Domain.Table(r.Table)?.Key)) && !Look(about[0])))
        {
            return null;
        }

        return draft.Calls.Count == 0 || draft.Calls.Any(c => c.Tool.Writes) ? null
            : Finish(tool, before, filled, []) with { Branch = branch, ForbiddenBy = sentence };
    }

    private bool Look(RowKey row)
    {
        var readers = draft.Domain.Tools.Where(t => !t.Writes && t.Reads.Contains(row.Table));
        foreach (var reader in draft.Random.Shuffle(readers).Take(4))
        {
            var point = draft.Save();
            var rows = new RowChooser(draft, share: true);
            rows.Fix(row);
            if (filler.Fill(reader, rows, _ => false, 1) is { } filled && draft.Call(reader, filled).Ok
                && draft.Sightings.Any(s => s.Call == draft.Calls.Count - 1 && s.Row == row && s.Via is null))
            {
                return true;
            }

            draft.Restore(point);
        }

        return false;
    }
}
