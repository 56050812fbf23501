using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Policies;

namespace AgentScaler.Materialization.Effects;

/// <summary>The rule of a step: where it leads, and from where.</summary>
internal static class TransitionRules
{
    public static IEnumerable<string> Of(ToolModel tool, TransitionEffect effect)
    {
        var (thing, column) = (Words.Phrase(effect.Table.Singular), Words.Phrase(effect.Changed.Name));
        IReadOnlyList<Value>? from = effect.Preconditions.OfType<StatusIn>().FirstOrDefault()?.Allowed
            ?? (effect.Preconditions.OfType<FlagIs>().FirstOrDefault() is { } flag ? [flag.Value] : null);
        yield return from is null
            ? $"`{tool.Name}` sets the {column} of {Listing.Article(thing)} to {Spoken.One(effect.Target)}."
            : $"`{tool.Name}` leads {Listing.Article(thing)} to {column} {Spoken.One(effect.Target)}. It is allowed only while the {column} is {Spoken.Either(from)}.";
    }
}
