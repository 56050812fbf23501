using AgentScaler.Language;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>Deletes every row that matches.</summary>
internal sealed class DeleteManyKind : EffectKind<DeleteManyEffect>
{
    public override string Word => "delete_many";

    public override string Meaning => "deletes every row that matches";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.None, Writes: true, Insertion.Never, Assigns: false, Showing.Nothing, TakesColumns: true);

    public override bool Recognises(Clues clues) => !clues.Reads
        && ((clues.Verb == VerbClass.Delete && clues.Key is null) || (clues.Verb == VerbClass.Unlink && !clues.Marks && !UnlinkKind.NamesWhat(clues)));

    protected override DeleteManyEffect Make(EffectDraft draft) => DeleteDraft.Many(draft);

    protected override void Write(ProgramScope scope, DeleteManyEffect effect) => DeleteManyProgram.Write(scope, effect);
}
