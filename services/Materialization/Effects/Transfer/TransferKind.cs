using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>A transfer: a create with two adjustments, of which the source must have enough.</summary>
internal sealed class TransferKind : EffectKind<CreateEffect>
{
    public override string Word => "transfer";

    public override string Meaning => "moves an amount from one row to another, and records it in a new row";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.None, Writes: true, Insertion.Always, Assigns: true, Showing.Nothing, TakesColumns: false);

    public override bool Is(Effect effect) => effect is CreateEffect
        && effect.Consequences.OfType<Adjust>().ToList() is var adjusts
        && adjusts.Any(a => a.Sign < 0 && adjusts.Any(b => b.Sign > 0 && b.Column == a.Column && b.Amount == a.Amount));

    public override bool Recognises(Clues clues) => !clues.Reads && clues.Verb == VerbClass.Transfer && TransferRoles.Of(clues.Reading) is not null;

    public override void Bind(DomainPlan plan, EffectSketch sketch) => TransferBinder.Bind(plan, sketch);

    protected override CreateEffect Make(EffectDraft draft)
    {
        var (from, to, amount, balance) = (draft.Key!, draft.Bound(draft.Sketch.OtherKey!), draft.Sketch.Amount!, draft.Changed);
        var owner = draft.Tables.Named(from.Column.Table)!;
        var (source, target) = (new RowAddress("source", owner, from, [], []), new RowAddress("target", owner, to, [], []));
        return new CreateEffect(draft.Table, null, draft.Scope, draft.Assignments)
        {
            Preconditions =
            [
                new RowExists(source), new RowExists(target), new Different(source, target), new Positive(amount),
                new Compares(new CellTerm(source, balance), Comparison.AtLeast, new ArgumentTerm(amount)),
                .. draft.References([.. draft.Scope, .. draft.Assignments]).Select(r => r with { Checked = false }),
                new FitsColumns([.. draft.Assignments, .. draft.Scope, from, to, new ColumnBinding(balance, amount)]),
                    .. draft.Constraints(null).OfType<IsUnique>(),
            ],
            Consequences = [new Adjust(source, balance, new ArgumentTerm(amount), -1), new Adjust(target, balance, new ArgumentTerm(amount), 1)],
        };
    }

    protected override void Write(ProgramScope scope, CreateEffect effect) => CreateProgram.Write(scope, effect, "completed");
}
