using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>Inserts a row.</summary>
internal sealed class CreateKind : EffectKind<CreateEffect>
{
    public override string Word => "create";

    public override string Meaning => "inserts a row";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.Chosen, Writes: true, Insertion.Always, Assigns: true, Showing.NewRow, TakesColumns: true);

    public override bool General => true;

    public override bool Recognises(Clues clues) => !clues.Reads;

    protected override CreateEffect Make(EffectDraft draft) => new(draft.Table, draft.Key, draft.Scope, draft.Assignments)
    {
        Preconditions = [.. draft.Demanded, .. draft.Accounts, .. draft.Parents, .. draft.Referred, .. draft.Constraints(null)],
    };

    protected override void Write(ProgramScope scope, CreateEffect effect) => CreateProgram.Write(scope, effect, "created");
}
