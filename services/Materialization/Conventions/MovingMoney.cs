using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>Money that is paid or withdrawn lowers a balance, which must cover it. Money that is deposited or refunded raises it.</summary>
/// <param name="Sign">1 where money comes, -1 where it goes.</param>
internal sealed record MovingMoney(string Verb, int Sign)
    : RuleSketch(Source.Convention, $"To {Verb} money {(Sign < 0 ? "lowers the balance, which must cover it" : "raises the balance")}.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft)
    {
        if (Moved(draft) is not var (row, balance, amount))
        {
            yield break;
        }

        if (amount is ArgumentTerm { Parameter: { Required: true } asked })
        {
            yield return new Positive(asked);
        }

        foreach (var standing in Roles.InGoodStanding(row))
        {
            yield return standing;
        }

        if (Sign < 0)
        {
            yield return new Compares(new CellTerm(row, balance), Comparison.AtLeast, amount);
        }
    }

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
        Moved(draft) is var (row, balance, amount) ? [new Adjust(row, balance, amount, Sign)] : [];

    /// <summary>The balance that a tool moves, and by how much; null where it moves none.</summary>
    public static (RowAddress Row, ColumnModel Balance, Term Amount)? Moved(EffectDraft draft)
    {
        if (Drafts.Money(draft) is not { } money)
        {
            return draft.Sketch.Kind is TransitionKind ? Settled(draft) : null;
        }

        var rows = Drafts.Changes(draft) ? [draft.Row] : Drafts.Makes(draft) ? Drafts.References(draft).Select(r => r.Row) : [];
        return rows.Select(r => (Row: r, Balance: Roles.Find(r.Table, ColumnRole.Balance))).FirstOrDefault(r => r.Balance is not null)
            is { Balance: { } balance } found ? (found.Row, balance, new ArgumentTerm(money)) : null;
    }

    /// <summary>The total of the row, and the owner who pays it.</summary>
    private static (RowAddress Row, ColumnModel Balance, Term Amount)? Settled(EffectDraft draft) =>
        Roles.Find(draft.Table, ColumnRole.Total) is { } total
            && Drafts.Referred(draft).Select(r => (r.Row, Balance: Roles.Find(r.Row.Table, ColumnRole.Balance))).Where(r => r.Balance is not null).ToList()
                is [{ Balance: { } balance } payer]
            ? (payer.Row, balance, new CellTerm(draft.Row, total))
            : null;
}
