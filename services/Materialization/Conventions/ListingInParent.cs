using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// A row that is made for another one stands in that one's list, where the rows of a user's own database keep such lists of keys:
/// <c>create_task(user_id)</c> beside <c>users.tasks</c>.
/// </summary>
internal sealed record ListingInParent() : RuleSketch(Source.Convention, "What is made for a row stands in the row's list.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => Lists(draft).Select(l => new RowExists(l.Parent));

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
        Lists(draft).Select(l => Entry(l.Parent, l.List, new CellTerm(draft.Row, draft.Table.Key)));

    /// <summary>What puts an item on the list that a row holds.</summary>
    public static Consequence Entry(RowAddress row, ColumnModel list, Term item) => new AppendItem(row, list, item);

    private static IEnumerable<(RowAddress Parent, ColumnModel List)> Lists(EffectDraft draft) => draft.Tables.Dump is null || !Drafts.Makes(draft) ? []
        : from parameter in draft.Reading.Parameters.Where(p => p is { Role: ParameterRole.Field, Required: true, Container: null, Node.Scalar: true })
          from parent in draft.Tables.All.Where(t => t != draft.Table && EffectDraft.Direct(t.Key, parameter) && IsKeyOf(parameter, t))
          from list in parent.Columns.Where(c => c.Type == ColumnType.Array && Names(c, draft.Table) && Holds(draft, parent, c))
          select (RowAddress.Named(parent, new ColumnBinding(parent.Key, parameter)), list);

    private static bool IsKeyOf(ToolParameter parameter, TableModel table) => Words.Snake(parameter.Words) is var name
        && (name == Words.Snake(table.Key.Name) || name == $"{table.Singular}_{Words.Snake(table.Key.Name)}");

    /// <summary>Whether a list is called by the things of a table, or by their keys: <c>tasks</c>, <c>task_ids</c>.</summary>
    private static bool Names(ColumnModel list, TableModel table) =>
        Words.Singulars(list.Name).Where(w => w is not "id").SequenceEqual(table.Singular.Split('_'));

    /// <summary>Whether the lists hold keys of the draft's rows, and nothing else.</summary>
    private static bool Holds(EffectDraft draft, TableModel parent, ColumnModel list)
    {
        var keys = draft.Tables.Dump!.Rows(draft.Table.Name).Select(r => r[draft.Table.Key.Name]).ToHashSet();
        var items = draft.Tables.Dump.Rows(parent.Name).Select(r => r[list.Name]).Where(l => l.IsArray).SelectMany(l => l.AsArray.ToArray()).ToList();
        return items.Count > 0 && items.TrueForAll(keys.Contains);
    }
}
