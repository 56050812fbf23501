using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference.Queries;
using AgentScaler.Materialization.Sentences.Lists;

namespace AgentScaler.Materialization.Effects;

/// <summary>Answers a question about the rows of the user's own database.</summary>
internal sealed class QueryKind : EffectKind<QueryEffect>
{
    public override string Word => "query";

    public override string Meaning => "answers a question about the rows of the adopted state";

    public override EffectForm Form { get; } = new(
        OnTable: true, KeyRole.None, Writes: false, Insertion.Never, Assigns: false, Showing.Nothing, TakesColumns: false);

    /// <summary>It is chosen where the state is adopted, whatever the clues of the tool alone say.</summary>
    public override bool Recognises(Clues clues) => clues is { Reads: true, Reading.Located: false }
        && clues.Reading.Noun is { } noun && (!noun.IsEmpty || clues.Result == ResultKind.Unknown
            || CountedMembers.Of(clues.Reading).Count > 0);

    protected override QueryEffect Make(EffectDraft draft) => QueryPlanner.Plan(
        draft.Reading, draft.Table, draft.Tables.All, draft.Tables.Dump ?? throw new OverridesException(
            $"/tools/{draft.Sketch.Name}/effect", "A query is about the rows of an adopted state, and none is given."),
        RowOrder.Of(draft.Reading, draft.Table));

    protected override void Write(ProgramScope scope, QueryEffect effect) => QueryPrograms.Write(scope, effect);
}
