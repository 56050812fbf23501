using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>Changes the columns of a row that the caller names.</summary>
internal sealed class UpdateKind : EffectKind<UpdateEffect>
{
    public override string Word => "update";

    public override string Meaning => "changes the columns of a row that the caller names";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.Names, Writes: true, Insertion.Never, Assigns: true, Showing.ChangedRow, TakesColumns: true);

    public override bool Recognises(Clues clues) => UpdateRecogniser.Recognises(clues);

    protected override UpdateEffect Make(EffectDraft draft) => new(draft.Table, draft.Key, draft.Scope, draft.Assignments)
    {
        Choice = draft.Choice,
        Sets = draft.Sets,
        Preconditions = [draft.Found, .. draft.Stated, .. draft.Accounts, .. draft.Chosen, .. draft.Referred, .. draft.Constraints(draft.Row)],
        Consequences = [.. draft.Stamps()],
    };

    protected override void Write(ProgramScope scope, UpdateEffect effect) => UpdateProgram.Write(scope, effect);
}
