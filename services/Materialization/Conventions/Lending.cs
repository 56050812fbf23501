using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>What is out cannot be lent again, and is out from then on.</summary>
/// <param name="Marked">Whether only things that say of themselves whether they are there are meant.</param>
internal sealed record Lending(string Verb, bool Marked = false) : RuleSketch(Source.Convention, $"To {Verb} something needs it to be there.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft)
    {
        foreach (var reference in Things(draft))
        {
            if (Availability.Of(reference.Table) is { } way)
            {
                yield return new Compares(new CellTerm(reference.Row, way.Column), Comparison.Equal, new ConstantTerm(way.Free));
            }
            else if (!Marked && Open(draft, reference) is { } open)
            {
                yield return new Compares(new CountTerm(open), Comparison.AtMost, new ConstantTerm(0));
            }
        }
    }

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
        from reference in Things(draft)
        let way = Availability.Of(reference.Table)
        where way is not null
        select new Assign(reference.Row, way.Column, new ConstantTerm(way.Out));

    /// <summary>The things that are lent: neither people nor what counts its copies.</summary>
    private static IEnumerable<Reference> Things(EffectDraft draft) => !Drafts.Makes(draft) ? []
        : Drafts.References(draft).Where(r => !TableRoles.IsHolder(r.Table.Singular) && Roles.Find(r.Table, ColumnRole.Stock) is null);

    /// <summary>The loans of the thing that have not ended; null where loans do not tell.</summary>
    private static ChildRows? Open(EffectDraft draft, Reference reference)
    {
        var loans = new ChildRows(draft.Table, reference.Binding.Column, reference.Row);
        return Roles.Open(loans) is { Column: not null } open ? open
            : draft.Table.Columns.FirstOrDefault(c => c is { Nullable: true, Textual: true } && c.Words[0] is "returned" or "return"
                && c.Words[^1] is "at" or "on" or "date") is { } returned ? loans with { Column = returned, Among = [Value.Null] } : null;
    }
}
