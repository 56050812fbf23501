using AgentScaler.Environments.States.Dumps;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// A name and its value are entered in a map that a row of a user's own database holds, and that is called by the tool's verb:
/// <c>share_album(album_id, email, permission)</c> beside <c>albums.shared_with</c>.
/// </summary>
internal sealed record EnteringInMap(string Verb) : RuleSketch(Source.Convention, "The row holds a map of what the verb has been done with.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft) => Find(draft) is { } entry ? [entry] : [];

    /// <summary>Whether the tool changes nothing of a row but the map that it holds.</summary>
    public static bool IsAll(EffectDraft draft) => draft.Assignments.Count == 0
        && draft.Sketch.Rules.OfType<EnteringInMap>().Any(r => r.Find(draft) is not null);

    private InsertRow? Find(EffectDraft draft)
    {
        if (draft.Tables.Dump is null || draft.Sketch.Kind is not UpdateKind || draft.Key is not { } key)
        {
            return null;
        }

        var open = draft.Reading.Parameters.Where(p => p is { Role: ParameterRole.Field, Required: true, Container: null, Node.Scalar: true }
            && p != key.Parameter && draft.Assignments.All(a => a.Parameter != p)).ToList();
        var value = open.Find(p => p.Node.Enum is not null) ?? open.LastOrDefault();
        return open is [_, _] && Map(draft) is var (map, reference, name, held)
            ? new InsertRow(map,
            [
                new Filling(reference, new CellTerm(draft.Row, draft.Table.Key)),
                new Filling(name, new ArgumentTerm(open.First(p => p != value))),
                new Filling(held, new ArgumentTerm(value!)),
            ])
            : null;
    }

    /// <summary>The map that the rows hold and that is called by the verb, with the columns of the row, of names and of values.</summary>
    private (TableModel Map, ColumnModel Reference, ColumnModel Name, ColumnModel Held)? Map(EffectDraft draft) =>
        draft.Tables.All.FirstOrDefault(t => t.Form is NestedForm { Items: PairsForm, Reference: not null } form && form.Parent == draft.Table.Name
                && Words.OfMember(form.Path[^1]) is [var done, "with" or "to" or "by" or "for"] && Participles.Is(done, Verb)) is { } map
            && map.Column(((NestedForm)map.Form!).Reference!) is { } reference && DumpAdoption.MapKey(map.Form) is { } key
            && map.Column(key) is { } name && map.Column("value") is { } held
            ? (map, reference, name, held)
            : null;
}
