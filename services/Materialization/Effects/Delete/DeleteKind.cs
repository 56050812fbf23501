using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Deletes a row.</summary>
internal sealed class DeleteKind : EffectKind<DeleteEffect>
{
    public override string Word => "delete";

    public override string Meaning => "deletes a row";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.Names, Writes: true, Insertion.Never, Assigns: false, Showing.Nothing, TakesColumns: false);

    public override bool Recognises(Clues clues) => !clues.Reads && clues.Verb == VerbClass.Delete && clues.Key is not null;

    public override void Bind(DomainPlan plan, EffectSketch sketch) => KeptRows.Bind(sketch, sketch.Table!);

    protected override DeleteEffect Make(EffectDraft draft) => DeleteDraft.One(draft);

    protected override void Write(ProgramScope scope, DeleteEffect effect) => DeleteProgram.Write(scope, effect);
}
