using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>Answers from the arguments alone.</summary>
internal sealed class LookupKind : EffectKind<LookupEffect>
{
    public override string Word => "lookup";

    public override string Meaning => "answers from the arguments alone";

    public override EffectForm Form { get; } = new(
        OnTable: false, KeyRole.None, Writes: false, Insertion.Never, Assigns: false, Showing.Nothing, TakesColumns: false);

    public override bool General => true;

    public override bool Recognises(Clues clues) => clues.Reads;

    protected override LookupEffect Make(EffectDraft draft) => new(Formulas.Know(draft.Reading));

    protected override void Write(ProgramScope scope, LookupEffect effect) => Formulas.Write(scope, effect);
}
