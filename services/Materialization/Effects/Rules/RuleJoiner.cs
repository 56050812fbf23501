namespace AgentScaler.Materialization.Effects;

/// <summary>Joins the rules of a sketch to its finished effect: without duplicates, and of two about the same thing the more trusted.</summary>
internal static class RuleJoiner
{
    public static Effect Join(Effect effect, EffectDraft draft)
    {
        var rules = draft.Sketch.Rules;
        if (rules.Count == 0 || !effect.Writes)
        {
            return effect;
        }

        var consequences = Trusted(
            effect.Consequences,
            rules.SelectMany(r => r.Consequences(draft).Select(c => c with { Basis = r.Basis })).Where(c => RuleFit.Allows(effect, c)),
            c => c.Topic, c => c.Basis.Source,
            (first, second) => first with { Basis = first.Basis.And(second.Basis) });
        var preconditions = Trusted(
            effect.Preconditions,
            rules.SelectMany(r => r.Preconditions(draft).Select(p => p with { Basis = r.Basis })).Where(p => RuleFit.Allows(effect, p)),
            p => p.Topic, p => p.Basis.Source, Narrowed);
        return RuleFit.Settled(effect, InOrder(preconditions), consequences);
    }

    /// <summary>What stands already, with what is told: a more trusted rule takes the place of the one about the same thing.</summary>
    private static List<T> Trusted<T>(IReadOnlyList<T> standing, IEnumerable<T> told, Func<T, string> topic, Func<T, Source> source,
        Func<T, T, T> both)
    {
        List<T> all = [.. standing];
        var places = standing.Index().DistinctBy(s => topic(s.Item)).ToDictionary(s => topic(s.Item), s => s.Index, StringComparer.Ordinal);
        foreach (var rule in told)
        {
            if (!places.TryGetValue(topic(rule), out var place))
            {
                places[topic(rule)] = all.Count;
                all.Add(rule);
            }
            else if (source(rule) < source(all[place]))
            {
                all[place] = rule;
            }
            else if (source(rule) == source(all[place]))
            {
                all[place] = both(all[place], rule);
            }
        }

        return all;
    }

    /// <summary>Two sentences about one status both hold; sentences that leave none contradict each other, and the first stands.</summary>
    private static Precondition Narrowed(Precondition standing, Precondition told) => standing is not StatusIn first || told is not StatusIn second
        ? standing with { Basis = standing.Basis.And(told.Basis) }
        : first.Allowed.Intersect(second.Allowed).ToList() is { Count: > 0 } shared ? first with { Allowed = shared, Basis = first.Basis.And(told.Basis) }
        : first;

    /// <summary>What the database looks at by itself comes last: programs check everything else before they write.</summary>
    private static IReadOnlyList<Precondition> InOrder(IEnumerable<Precondition> preconditions) =>
        [.. preconditions.OrderBy(p => p.KeptByDatabase)];
}
