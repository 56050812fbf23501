using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Sentences.Lists;

namespace AgentScaler.Materialization.Effects;

/// <summary>Tells the rows that match.</summary>
internal sealed class ListKind : EffectKind<ListEffect>
{
    public override string Word => "list";

    public override string Meaning => "tells the rows that match";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.None, Writes: false, Insertion.Never, Assigns: false, Showing.Rows, TakesColumns: true);

    public override bool Recognises(Clues clues) => clues.Reads && (clues.Verb switch
    {
        VerbClass.Lookup => clues.Result == ResultKind.Collection && clues.Shared && clues.Key is null,
        VerbClass.Count => clues.Result == ResultKind.Collection,
        VerbClass.Compute or VerbClass.Check => false,
        _ => clues.Many,
    });

    protected override ListEffect Make(EffectDraft draft) => new(
        draft.Table, draft.Scope, draft.Filters, draft.Searches, Sortings.Of(draft.Reading, draft.Table), RowOrder.Of(draft.Reading, draft.Table))
    {
        Conditions = ShownRows.Of(draft.Reading, draft.Table, draft.Filters),
        PageSize = PageSizes.Of(draft.Reading),
        Preconditions = [.. draft.Parents, new FitsColumns(draft.Scope)],
    };

    protected override void Write(ProgramScope scope, ListEffect effect) => ReadPrograms.List(scope, effect);
}
