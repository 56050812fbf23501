using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Takes from the list that a row holds, or empties its column.</summary>
internal sealed class UnlinkKind : EffectKind<UnlinkEffect>
{
    public override string Word => "unlink";

    public override string Meaning => "takes from the list that a row holds, or empties its column";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.Names, Writes: true, Insertion.Never, Assigns: true, Showing.Nothing, TakesColumns: true);

    public override bool Recognises(Clues clues) => !clues.Reads && clues.Verb == VerbClass.Unlink && !clues.Marks && NamesWhat(clues);

    public override void Bind(DomainPlan plan, EffectSketch sketch) =>
        LinkBinder.Bind(sketch, sketch.Table!, sketch.Key is null ? EffectKinds.The<DeleteManyKind>() : EffectKinds.The<DeleteKind>());

    protected override UnlinkEffect Make(EffectDraft draft) => new(draft.Table, draft.Key, draft.Scope, draft.Assignments, draft.Changed, draft.Sketch.Many!)
    {
        Preconditions = [draft.Found, .. draft.Stated, .. draft.Referred, .. LinkDraft.There(draft), .. LinkDraft.Constraints(draft)],
        Consequences = [.. draft.Stamps().Where(s => s.Column != draft.Changed)],
    };

    protected override void Write(ProgramScope scope, UnlinkEffect effect) => LinkProgram.Write(scope, effect, linked: false);

    /// <summary>Whether the arguments say what is taken from what.</summary>
    public static bool NamesWhat(Clues clues) => clues.Key is not null || clues.Reading.Parameters.Any(p => p.Required);
}
