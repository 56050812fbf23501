using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Deletes a row.</summary>
internal sealed class DeleteKind : EffectKind<DeleteEffect>
{
    public override string Word => "delete";

    public override string Meaning => "deletes a row";

    public override SketchKind Sketch => SketchKind.Delete;

    public override bool Recognises(Clues clues) => !clues.Reads && clues.Verb == VerbClass.Delete && clues.Key is not null;

    protected override DeleteEffect Make(EffectDraft draft) => DeleteDraft.One(draft);

    protected override void Write(ProgramScope scope, DeleteEffect effect) => DeleteProgram.Write(scope, effect);

    protected override IEnumerable<string> Rules(ToolModel tool, DeleteEffect effect) => DeleteRules.Of(tool);
}
