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
            c => c.Topic, c => c.Basis.Source);
        var preconditions = Trusted(
            effect.Preconditions,
            rules.SelectMany(r => r.Preconditions(draft).Select(p => p with { Basis = r.Basis })).Where(p => RuleFit.Allows(effect, p)),
            p => p.Topic, p => p.Basis.Source);
        return RuleFit.Settled(effect, InOrder(preconditions), consequences);
    }

    /// <summary>What stands already, with what is told: a more trusted rule takes the place of the one about the same thing.</summary>
    private static List<T> Trusted<T>(IReadOnlyList<T> standing, IEnumerable<T> told, Func<T, string> topic, Func<T, Source> source)
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
        }

        return all;
    }

    /// <summary>What the database looks at by itself comes last: programs check everything else before they write.</summary>
    private static IReadOnlyList<Precondition> InOrder(IEnumerable<Precondition> preconditions) =>
        [.. preconditions.OrderBy(p => p.KeptByDatabase)];
}
