using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Paths;

/// <summary>Adds one wish to a path: a write that changes something, a read that tells something, a call that must fail first, or a forbidden action.</summary>
internal sealed class GoalBuilder(PathDraft draft, ArgumentFiller filler)
{
    private const int Attempts = 8;

    private static readonly HashSet<string> Boilerplate = new(StringComparer.Ordinal)
    {
        "limit", "offset", "page", "cursor", "size", "sort", "order", "fields", "expand", "include", "format", "pretty", "alt", "callback", "token",
        "key", "version", "locale", "per", "skip", "top", "take", "count", "direction", "marker", "next", "accept", "auth", "authorization",
    };

    private readonly AnswerFinder _answers = new(draft, filler.Paths);

    /// <param name="share">Whether the wish must be about a thing mentioned before.</param>
    /// <param name="supplied">Given arguments, by pointer.</param>
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
        foreach (var row in supplied?.Values.Select(f => f.Row).OfType<RowKey>() ?? [])
        {
            rows.Fix(row);
        }

        var optional = Optional(tool);
        var hash = draft.Hash;
        if (filler.Fill(tool, rows, optional, 0, supplied) is not { } filled
            || (share && before.Calls > 0 && !filled.Any(f => Shares(f, before)))
            || (tool.Deletes.Count > 0 && filled.Any(f => f.Row is { } r && draft.Mentions.GetValueOrDefault(r) is { Created: true })))
        {
            return null;
        }

        var arguments = ArgumentTree.Build(filled.Select(f => (f.Parameter.Pointer, f.Value)));
        if (!tool.Writes && draft.Calls.Any(c => c.Tool == tool && c.Arguments == arguments))
        {
            return null;
        }

        if (draft.Call(tool, filled) is { Ok: false, Error: { } error })
        {
            filler.Misses.Note(PathMiss.CallRefused, $"{tool.Name}: {error.Message}");
            return null;
        }

        if (tool.Writes)
        {
            if (draft.Hash == hash)
            {
                filler.Misses.Note(PathMiss.NothingChanged, tool.Name);
                return null;
            }

            MentionCreated(tool);
            return Finish(tool, before, filled, answer && draft.Random.Chance(0.3) ? Answers(one: true) : []);
        }

        var answers = Answers(one: false);
        if (answers.Count == 0)
        {
            filler.Misses.Note(PathMiss.NothingToTell, tool.Name);
            return null;
        }

        return Finish(tool, before, filled, answers);
    }

    /// <summary>Makes a call that fails by its program, then the same wish with working arguments, or another wish.</summary>
    /// <param name="fallbacks">Tools that may be asked for instead.</param>
    public Wish? Failing(ToolModel tool, Func<ErrorBranch, bool> wanted, IReadOnlyList<ToolModel> fallbacks) =>
        new FailingGoals(draft, filler, this).Make(tool, wanted, fallbacks);

    public IReadOnlyList<WishAnswer> Answers(bool one) => _answers.Find(draft.Calls.Count - 1, one);

    private bool Shares(FilledArgument argument, SavePoint before) =>
        (argument.Row is { } row && before.Mentions.ContainsKey(row)) || PlanSource.Calls(argument.Source).Any(c => c < before.Calls);

    /// <summary>Makes a created row available for later mentions.</summary>
    public void MentionCreated(ToolModel tool)
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

    public Wish Finish(ToolModel tool, SavePoint before, IReadOnlyList<FilledArgument> filled, IReadOnlyList<WishAnswer> answers) =>
        new(tool, before.Calls, draft.Calls.Count - before.Calls, filled, answers)
        {
            Names = [.. draft.Known.Skip(before.Known.Count).Select(k => k.Key)],
        };

    /// <summary>Chooses the optional parameters that a person would give: the changes of an update, the filters of a search, a few of a create.</summary>
    public Func<ParameterModel, bool> Optional(ToolModel tool)
    {
        var candidates = tool.Parameters.Where(p => !p.Required && p.Stated is null && !IsBoilerplate(p)
            && tool.BindingsOf(p.Pointer).Any(b => tool.Writes ? b.Role == BindingRole.Assigned : b.Role is BindingRole.Filter or BindingRole.Search)).ToList();
        var changes = tool.Updates.Count > 0
            && !tool.Parameters.Any(p => p.Required && tool.BindingsOf(p.Pointer).Any(b => b.Role == BindingRole.Assigned))
            && tool.Literals.Count == 0;
        var most = tool.Writes ? (changes ? 1 + draft.Random.Next(2) : draft.Random.Next(3)) : draft.Random.Next(2);
        var chosen = draft.Random.Shuffle(candidates).Take(most).Select(p => p.Pointer).ToHashSet(StringComparer.Ordinal);
        return p => chosen.Contains(p.Pointer);
    }

    private static bool IsBoilerplate(ParameterModel parameter) => Words.Split(parameter.Name).All(Boilerplate.Contains);

    /// <summary>Makes a wish that a rule forbids. The way to the call is looked up, and the call itself is not made.</summary>
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
        if (result.Ok
            || result.Error!.Code is not (ErrorCode.PreconditionFailed or ErrorCode.Conflict)
            || tool.BranchOf(result.Error) is not { } branch
            || rule(branch) is not { } sentence)
        {
            return null;
        }

        // The row of the rule must have been read, because an agent could not know its state otherwise.
        var about = filled.Where(f => f.Row is { } r && tool.Updates.Concat(tool.Deletes).Concat(tool.Reads).Contains(r.Table)).Select(f => f.Row!.Value)
            .ToList();
        if (about.Count == 0
            || (!about.Any(r => draft.Sightings.Any(s => s.Row == r && s.Via is null && s.Column != draft.Domain.Table(r.Table)?.Key)) && !Look(about[0])))
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
