using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Answers from the arguments alone.</summary>
internal sealed class LookupKind : EffectKind<LookupEffect>
{
    public override string Word => "lookup";

    public override string Meaning => "answers from the arguments alone";

    public override SketchKind Sketch => SketchKind.Lookup;

    public override bool General => true;

    public override bool Recognises(Clues clues) => clues.Reads;

    protected override LookupEffect Make(EffectDraft draft) => new(Formulas.Know(draft.Reading));

    protected override void Write(ProgramScope scope, LookupEffect effect) => Formulas.Write(scope, effect);
}
