namespace AgentScaler.Materialization.Effects;

/// <summary>Rules that a sentence or a convention gives a tool and that its effect cannot have: each is told with the reason.</summary>
internal static class UnfollowedRules
{
    /// <param name="effect">The effect before rules are joined to it.</param>
    public static IEnumerable<string> Of(Effect effect, EffectDraft draft) => !effect.Writes ? [] : draft.Sketch.Rules
        .SelectMany(rule => rule.Preconditions(draft).Select(p => RuleFit.Against(effect, p))
            .Concat(rule.Consequences(draft).Where(c => !IsDone(effect, c)).Select(c => RuleFit.Against(effect, c))).OfType<string>()
            .Select(why => $"Not followed, because {why}: {rule.Sentence}"))
        .Distinct();

    /// <summary>Whether the tool's own act is what the rule says.</summary>
    private static bool IsDone(Effect effect, Consequence consequence) => effect is TransitionEffect step
        && consequence is Assign { Value: ConstantTerm { Value: var value } } && RuleFit.Own(consequence) == step.Changed && value == step.Target;
}
