using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>An argument that gives the present value of a column must be right: <c>old_password</c> beside <c>new_password</c>.</summary>
internal sealed record PresentValue() : RuleSketch(Source.Convention, "The present value that a change names must be right.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => draft.Sketch.Kind is not UpdateKind || draft.Key is null ? []
        : draft.Reading.Parameters.Where(p => IsPresent(p.Words)).SelectMany(p => draft.Assignments
            .Where(a => a.Parameter != p && a.Column.Scalar && ColumnMatcher.Exact(draft.Table, [.. p.Words.Skip(1)]) == a.Column)
            .Select(a => new Compares(new CellTerm(draft.Row, a.Column), Comparison.Equal, new ArgumentTerm(p))));

    /// <summary>Whether a name says that its value is the one before the change.</summary>
    public static bool IsPresent(IReadOnlyList<string> words) => words.Count > 1 && words[0] is "old" or "current" or "previous" or "existing";
}
