using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>Tells one row.</summary>
internal sealed class GetKind : EffectKind<GetEffect>
{
    public override string Word => "get";

    public override string Meaning => "tells one row";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.Names, Writes: false, Insertion.Never, Assigns: false, Showing.Row, TakesColumns: true);

    public override bool Recognises(Clues clues) => GetRecogniser.Recognises(clues);

    protected override GetEffect Make(EffectDraft draft) => new(draft.Table, draft.Key, draft.Scope, draft.Filters)
    {
        Searches = draft.Key is null ? draft.Searches : [],
        Preconditions = [draft.Found, new FitsColumns([.. draft.Scope, .. draft.Key is { } key ? [key] : Array.Empty<ColumnBinding>()])],
    };

    protected override void Write(ProgramScope scope, GetEffect effect) => ReadPrograms.Get(scope);
}
