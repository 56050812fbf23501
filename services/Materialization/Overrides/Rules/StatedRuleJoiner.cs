using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>
/// Gives a finished effect the rules that a correction states. A list that stands alone takes the place of every rule that was inferred from
/// sentences, states and conventions; what rows, references and the database itself demand stays.
/// </summary>
internal static class StatedRuleJoiner
{
    /// <exception cref="OverridesException">A rule names what is not there, or cannot hold of the tool.</exception>
    public static Effect Join(Effect effect, EffectDraft draft)
    {
        if (draft.Sketch.Stated is not { } stated)
        {
            return effect;
        }

        var places = new RulePlaces(draft);
        var preconditions = stated.Preconditions is not { } needed ? effect.Preconditions
            : [.. effect.Preconditions.Where(p => !needed.Alone || !IsInferred(p)), .. needed.Rules.Select(r => Precondition(effect, stated, r, places))];
        var consequences = stated.Consequences is not { } following ? effect.Consequences
            : [.. effect.Consequences.Where(c => !following.Alone || !IsInferred(c)), .. following.Rules.Select(r => Consequence(effect, stated, r, places))];
        return RuleFit.Settled(
            effect,
            [.. preconditions.Reverse().DistinctBy(p => p.Topic).Reverse().OrderBy(p => p.KeptByDatabase)],
            [.. consequences.Reverse().DistinctBy(c => c.Topic).Reverse()]);
    }

    private static Precondition Precondition(Effect effect, StatedRules stated, (Environments.Values.Value Rule, string Place) rule, RulePlaces places)
    {
        var read = PreconditionText.Read(rule.Rule, rule.Place, places)! with { Basis = BasisOf(stated) };
        return Against(effect, RuleFit.Against(effect, read), "A tool that only reads has no such preconditions.") is { } why
            ? throw new OverridesException(rule.Place, why)
            : read;
    }

    private static Consequence Consequence(Effect effect, StatedRules stated, (Environments.Values.Value Rule, string Place) rule, RulePlaces places)
    {
        var read = ConsequenceText.Read(rule.Rule, rule.Place, places)! with { Basis = BasisOf(stated) };
        return Against(effect, RuleFit.Against(effect, read), "A tool that only reads changes nothing; say its \"effect\" first.") is { } why
            ? throw new OverridesException(rule.Place, why)
            : read;
    }

    /// <summary>Why an effect cannot have a rule, in a sentence; null where it can.</summary>
    private static string? Against(Effect effect, string? why, string ofReads) => !effect.Writes ? ofReads
        : why is null ? null : $"\"{EffectKinds.Of(effect).Word}\" cannot have it: {why}.";

    private static Basis BasisOf(StatedRules stated) => new(stated.Source, "A correction states it.");

    private static bool IsInferred(Precondition precondition) => precondition is Compares or StatusIn or FlagIs or SignedIn or BelongsTo or Positive;

    private static bool IsInferred(Consequence consequence) => consequence is RowConsequence;
}
