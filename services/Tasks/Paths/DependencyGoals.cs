using AgentScaler.Tasks.Dependencies;
using AgentScaler.Tasks.Intents;


namespace AgentScaler.Tasks.Paths;

/// <summary>Builds wishes over which the value of a given dependency flows.</summary>
internal sealed class DependencyGoals(PathDraft draft, ArgumentFiller filler, GoalBuilder goals)
{
    /// <summary>Calls the producer, and then the consumer with its value; null if no value flows.</summary>
    public List<Wish>? Through(DomainEdge edge)
    {
        var start = draft.Save();
        if (edge.From.Writes)
        {
            return goals.Ordinary(edge.From, share: false, answer: false) is { } made && Over(edge, draft.Calls.Count - 1) is { } next ? [made, next] : null;
        }

        if (filler.Fill(edge.From, new RowChooser(draft, share: false), goals.Optional(edge.From), 0) is not { } filled || !draft.Call(edge.From, filled).Ok
            || Over(edge, draft.Calls.Count - 1) is not { } wish)
        {
            return null;
        }

        // The look-up is not a separate wish. It belongs to the wish that needs it.
        return
        [
            wish with { FirstCall = start.Calls, Calls = draft.Calls.Count - start.Calls, Names = [.. draft.Known.Skip(start.Known.Count).Select(k => k.Key)] },
        ];
    }

    /// <summary>Calls the second tool of a dependency with a value of an earlier call.</summary>
    public Wish? Over(DomainEdge edge, int call)
    {
        var before = draft.Save();
        foreach (var supplied in Supplies(edge, call))
        {
            if (goals.Ordinary(edge.To, share: false, answer: true, supplied) is { } wish)
            {
                // The words that distinguish the value from its neighbours belong to this wish too.
                return wish with { Names = [.. draft.Known.Skip(before.Known.Count).Select(k => k.Key)] };
            }

            draft.Restore(before);
        }

        return null;
    }

    /// <summary>Supplies the parameter of a dependency from each place of the producer's result. Values that the producer was not given come first.</summary>
    private IEnumerable<Dictionary<string, FilledArgument>> Supplies(DomainEdge edge, int call)
    {
        if (edge.Target is not { } parameter)
        {
            yield break;
        }

        var binding = edge.To.BindingsOf(parameter.Pointer).OrderBy(b => draft.Domain.IsKey(b.Table, b.Column) ? 0 : 1).FirstOrDefault();
        var target = binding is null ? ((string Table, string Column)?)null : draft.Domain.Target(binding.Table, binding.Column);
        var given = draft.Calls[call].Filled.Select(f => f.Value).ToHashSet();
        var places = draft.Random.Shuffle(DependencyPath.Places(draft.Calls[call].Result.Result, edge.Field)).OrderBy(p => given.Contains(p.Value) ? 1 : 0)
            .Take(5);
        foreach (var (steps, value) in places.ToList())
        {
            var sighting = draft.Sightings.Where(s => s.Call == call && s.Path.SequenceEqual(steps)).OrderBy(s => s.Row.Table == target?.Table ? 0 : 1)
                .FirstOrDefault();
            if ((sighting is null ? filler.Paths.SourceOf(call, steps) : filler.Paths.SourceOf(sighting)) is not { } source)
            {
                filler.Misses.Note(PathMiss.NotPointedAt, edge.Field);
                continue;
            }

            var row = target is { } of && sighting?.Row.Table == of.Table && sighting.Column == of.Column && draft.Domain.IsKey(of.Table, of.Column)
                ? sighting.Row
                : (RowKey?)null;
            yield return new Dictionary<string, FilledArgument>(StringComparer.Ordinal)
            {
                [parameter.Pointer] = new(parameter, value, source, binding, row, null,
                    (sighting?.Row, Labels.Of(null, edge.FieldName), ToolPhrase.Of(edge.From, draft.Domain).Object)),
            };
        }
    }
}
