using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Finds the rows that a new row would repeat: of the same things, and still open.</summary>
internal static class Repetition
{
    private static readonly HashSet<string> Identities = new(StringComparer.Ordinal) { "email", "mail", "phone", "mobile", "plate", "handle", "username", "licence", "license", "passport" };

    /// <summary>The rows; null where the call does not tell what a repetition is.</summary>
    public static ChildRows? Of(EffectDraft draft, Reach reach, Repeats meaning)
    {
        var references = reach.Makes ? Drafts.References(draft).Where(r => r.Binding.Parameter.Required && Named(r, meaning)).ToList() : [];
        if (references.Count == 0)
        {
            return null;
        }

        var of = references[0];
        List<RowLimit> limits = [.. references.Skip(1).Select(r => new RowLimit(r.Binding.Column, Comparison.Equal, r.Binding.Parameter))];
        limits.AddRange(draft.Assignments.Where(a => a.Column is { References: null, Enum: null }
            && a.Parameter is { Required: true, Node.Nullable: false } && EffectDraft.Direct(a.Column, a.Parameter)
            && (meaning.By.Count > 0 ? meaning.By.Any(b => Nouns.Parameter([a.Parameter], b) is not null) : references.Count == 1
            && a.Column.Words.Any(Identities.Contains)))
            .Select(a => new RowLimit(a.Column, Comparison.Equal, a.Parameter)));
        return limits.Count == 0 ? null : Roles.Open(new ChildRows(draft.Table, of.Binding.Column, of.Row) { Limits = limits });
    }

    /// <summary>A path's parent always counts; of the others, those that the sentence names, or all.</summary>
    private static bool Named(Reference reference, Repeats meaning) => meaning.By.Count == 0 || reference.Binding.Parameter.InPath
        || meaning.By.Any(b => Nouns.IsRowOf(reference.Row.Table, b) || Nouns.Parameter([reference.Binding.Parameter], b) is not null);
}
