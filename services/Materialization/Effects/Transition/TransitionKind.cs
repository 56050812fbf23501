using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Leads a status or a mark of a row to one value.</summary>
internal sealed class TransitionKind : EffectKind<TransitionEffect>
{
    public override string Word => "transition";

    public override string Meaning => "leads a status or a mark of a row to one value";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.Names, Writes: true, Insertion.Never, Assigns: true, Showing.Echo, TakesColumns: true);

    public override bool Recognises(Clues clues) => !clues.Reads && clues.Verb == VerbClass.Transition && clues.Key is not null;

    public override void Bind(DomainPlan plan, EffectSketch sketch) => TransitionBinder.Bind(sketch, sketch.Table!);

    protected override TransitionEffect Make(EffectDraft draft) => TransitionDraft.Make(draft);

    protected override void Write(ProgramScope scope, TransitionEffect effect) => TransitionProgram.Write(scope, effect);

    protected override IEnumerable<string> Rules(ToolModel tool, TransitionEffect effect) => [TransitionRules.Of(tool, effect), .. base.Rules(tool, effect)];
}
