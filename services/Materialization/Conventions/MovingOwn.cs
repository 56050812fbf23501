using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A number of a row is raised or lowered by an argument: a shelf is restocked, points are added.</summary>
/// <param name="Role">The role of the column, or none where the amount's own name says which.</param>
internal sealed record MovingOwn(string Verb, ColumnRole Role, int Sign)
    : RuleSketch(Source.Convention, $"To {Verb} an amount {(Sign < 0 ? "lowers" : "raises")} the number by it.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => Sign < 0 && Find(draft) is var (column, amount)
        ? [new Compares(new CellTerm(draft.Row, column), Comparison.AtLeast, new ArgumentTerm(amount))] : [];

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
        Find(draft) is var (column, amount) ? [new Adjust(draft.Row, column, new ArgumentTerm(amount), Sign)] : [];

    private (ColumnModel Column, ToolParameter Amount)? Find(EffectDraft draft)
    {
        if (draft.Sketch.Kind is not UpdateKind || draft.Key is null)
        {
            return null;
        }

        var amounts = draft.Reading.Parameters.Where(p => p is { Role: ParameterRole.Field, InPath: false, Required: true }
            && p.Node.Kind is NodeKind.Integer or NodeKind.Number && p != draft.Key.Parameter).ToList();
        if (amounts is not [var amount])
        {
            return null;
        }

        return Role == ColumnRole.None
            ? draft.Assignments.FirstOrDefault(a => a.Parameter == amount && a.Column.Numeric) is { } own ? (own.Column, amount) : null
            : Roles.Find(draft.Table, Role) is { } column ? (column, amount) : null;
    }
}
