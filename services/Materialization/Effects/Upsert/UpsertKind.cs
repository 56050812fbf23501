using AgentScaler.Language;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>Changes a row, or inserts it where its key is new.</summary>
internal sealed class UpsertKind : EffectKind<UpsertEffect>
{
    public override string Word => "upsert";

    public override string Meaning => "changes a row, or inserts it where its key is new";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.Names, Writes: true, Insertion.WhereMissing, Assigns: true, Showing.KeptRow, TakesColumns: true);

    public override bool Recognises(Clues clues) => !clues.Reads && clues.Verb == VerbClass.Upsert && clues.Key is not null;

    public override void Fit(EffectDraft draft)
    {
        if (draft.Key is not { } key || key.Column != draft.Table.Key || !EffectDraft.Direct(key.Column, key.Parameter))
        {
            draft.Sketch.Become(EffectKinds.The<UpdateKind>(), "A row that is not named by its own key cannot be made under it, so it is changed only.");
        }
    }

    protected override UpsertEffect Make(EffectDraft draft) => new(draft.Table, draft.Key!, draft.Scope, draft.Assignments)
    {
        Preconditions = [.. draft.Parents, .. draft.Referred, .. Owned(draft), .. draft.Constraints(draft.Row)],
        Consequences = [.. draft.Stamps()],
    };

    protected override void Write(ProgramScope scope, UpsertEffect effect) => UpsertProgram.Write(scope, effect);

    private static IEnumerable<Precondition> Owned(EffectDraft draft) => draft.Scope.Any(s => s.Column != draft.Key!.Column) ? [new BelongsTo(draft.Row)] : [];
}
