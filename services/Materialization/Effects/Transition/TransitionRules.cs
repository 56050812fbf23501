using AgentScaler.Language;
using AgentScaler.Materialization.Policies;

namespace AgentScaler.Materialization.Effects;

/// <summary>The rule of a step: where it leads. From where it starts is a precondition.</summary>
internal static class TransitionRules
{
    public static string Of(ToolModel tool, TransitionEffect effect)
    {
        var (thing, column, target) = (Listing.Article(Words.Phrase(effect.Table.Singular)), Words.Phrase(effect.Changed.Name), Spoken.One(effect.Target));
        var starts = effect.Preconditions.Any(p => (p is StatusIn status && status.Column == effect.Changed)
            || (p is FlagIs flag && flag.Column == effect.Changed));
        return starts ? $"`{tool.Name}` leads {thing} to {column} {target}." : $"`{tool.Name}` sets the {column} of {thing} to {target}.";
    }
}
