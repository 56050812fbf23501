using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Adds to the list that a row holds, or fills its column.</summary>
internal sealed class LinkKind : EffectKind<LinkEffect>
{
    public override string Word => "link";

    public override string Meaning => "adds to the list that a row holds, or fills its column";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.Names, Writes: true, Insertion.Never, Assigns: true, Showing.Echo, TakesColumns: true);

    public override bool Recognises(Clues clues) => !clues.Reads
        && clues.Verb == VerbClass.Link
        && !clues.Marks
        && clues.Key is not null
        && clues.Reading.Parameters.Any(p => p != clues.Key && p.Role == ParameterRole.Field);

    public override void Bind(DomainPlan plan, EffectSketch sketch) => LinkBinder.Bind(sketch, sketch.Table!, EffectKinds.The<CreateKind>());

    protected override LinkEffect Make(EffectDraft draft) => new(draft.Table, draft.Key, draft.Scope, draft.Assignments, draft.Changed, draft.Sketch.Many!)
    {
        Preconditions = [draft.Found, .. draft.Stated, .. draft.Referred, .. LinkDraft.NotYet(draft), .. LinkDraft.Constraints(draft)],
        Consequences = [.. draft.Stamps().Where(s => s.Column != draft.Changed)],
    };

    protected override void Write(ProgramScope scope, LinkEffect effect) => LinkProgram.Write(scope, effect, linked: true);
}
