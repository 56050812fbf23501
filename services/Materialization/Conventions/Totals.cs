using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A new row that nobody gives a total costs the price of what it takes, times its quantity.</summary>
internal sealed record Totals() : RuleSketch(Source.Convention, "The total is the price times the quantity.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (!Drafts.Makes(draft) || Priced(draft) is not var (row, price))
        {
            yield break;
        }

        if (Open(draft, ColumnRole.Total) is { } total)
        {
            var each = new CellTerm(row, price);
            var quantity = draft.Reading.Parameters.FirstOrDefault(p => p is { Role: ParameterRole.Field, InPath: false }
                && ColumnRoles.IsQuantity(p.Name, p.Node.Kind) && !ColumnRoles.IsMoney(p.Name, p.Node.Kind) && ColumnRoles.Multiplies(p.Name, price.Name));
            yield return new Assign(draft.Row, total, quantity is null ? each : new ProductTerm(new ArgumentTerm(quantity), each));
        }

        if (Open(draft, ColumnRole.Price) is { } own)
        {
            yield return new Assign(draft.Row, own, new CellTerm(row, price));
        }
    }

    /// <summary>The one row with a price that the new row refers to.</summary>
    private static (RowAddress Row, ColumnModel Price)? Priced(EffectDraft draft) =>
        Drafts.References(draft).Select(r => (r.Row, Price: Roles.Find(r.Table, ColumnRole.Price))).Where(r => r.Price is not null).ToList()
            is [{ Price: { } price } one] ? (one.Row, price) : null;

    /// <summary>The column of a role that no argument fills.</summary>
    private static ColumnModel? Open(EffectDraft draft, ColumnRole role) =>
        Roles.Find(draft.Table, role) is { } column && draft.Assignments.Concat(draft.Scope).All(a => a.Column != column) ? column : null;
}
