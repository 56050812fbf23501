using AgentScaler.Language;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>Tells how many rows match.</summary>
internal sealed class CountKind : EffectKind<CountEffect>
{
    public override string Word => "count";

    public override string Meaning => "tells how many rows match";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.None, Writes: false, Insertion.Never, Assigns: false, Showing.Nothing, TakesColumns: false);

    public override bool Recognises(Clues clues) => clues.Reads && clues.Verb == VerbClass.Count && clues.Result != ResultKind.Collection;

    protected override CountEffect Make(EffectDraft draft) => new(draft.Table, draft.Scope, draft.Filters, draft.Searches)
    {
        Preconditions = [.. draft.Parents, new FitsColumns(draft.Scope)],
    };

    protected override void Write(ProgramScope scope, CountEffect effect) => ReadPrograms.Count(scope);
}
