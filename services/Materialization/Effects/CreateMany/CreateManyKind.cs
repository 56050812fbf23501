using AgentScaler.Language;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Inserts a row for each entry of a list.</summary>
internal sealed class CreateManyKind : EffectKind<CreateManyEffect>
{
    public override string Word => "create_many";

    public override string Meaning => "inserts a row for each entry of a list";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.None, Writes: true, Insertion.Always, Assigns: true, Showing.Echo, TakesColumns: true);

    public override bool Recognises(Clues clues) => !clues.Reads
        && clues.Verb is VerbClass.Create or VerbClass.Send
        && !clues.ChangesItem
        && RowsOf(clues.Reading) is not null;

    public override ToolParameter? RowsOf(ToolReading reading) => SketchKinds.ArrayOfObjects(reading);

    public override void Bind(DomainPlan plan, EffectSketch sketch) =>
        sketch.Many = RowsOf(sketch.Reading)
            ?? throw new OverridesException($"/tools/{sketch.Name}/effect", "create_many needs a parameter that is a list of objects.");

    protected override CreateManyEffect Make(EffectDraft draft) => CreateManyDraft.Make(draft);

    protected override void Write(ProgramScope scope, CreateManyEffect effect) => CreateManyProgram.Write(scope, effect);
}
