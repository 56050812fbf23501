using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Inserts a row for each entry of a list.</summary>
internal sealed class CreateManyKind : EffectKind<CreateManyEffect>
{
    public override string Word => "create_many";

    public override string Meaning => "inserts a row for each entry of a list";

    public override SketchKind Sketch => SketchKind.CreateMany;

    public override bool Recognises(Clues clues) => !clues.Reads
        && clues.Verb is VerbClass.Create or VerbClass.Send
        && !clues.ChangesItem
        && SketchKinds.ArrayOfObjects(clues.Reading) is not null;

    protected override CreateManyEffect Make(EffectDraft draft) => CreateManyDraft.Make(draft);

    protected override void Write(ProgramScope scope, CreateManyEffect effect) => CreateManyProgram.Write(scope, effect);

    protected override IEnumerable<string> Rules(ToolModel tool, CreateManyEffect effect) => UniqueRules.Of(tool);
}
