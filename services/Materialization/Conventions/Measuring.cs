using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A number that is the length of another column in every row of a user's own database is so in a new row: the size of a file.</summary>
internal sealed record Measuring() : RuleSketch(Source.Convention, "The number is the length of what stands beside it.")
{
    private const int Enough = 3;

    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        var given = draft.Assignments.Where(a => a.Parameter is { Required: true, Container: null, Node.Kind: NodeKind.String or NodeKind.Array }).ToList();
        foreach (var number in Drafts.Makes(draft) ? draft.Table.Columns : [])
        {
            if (given.Find(a => Measures(draft, number, a.Column)) is { } measured)
            {
                yield return new Assign(draft.Row, number, new LengthTerm(measured.Parameter));
            }
        }
    }

    /// <summary>Whether a column that no argument fills is the length of another one in every row.</summary>
    public static bool Measures(EffectDraft draft, ColumnModel number, ColumnModel measured) => number.Type == ColumnType.Integer && number != draft.Table.Key
        && draft.Assignments.All(a => a.Column != number) && draft.Tables.Dump?.Rows(draft.Table.Name) is { Count: >= Enough } rows
        && rows.All(r => Length(r[measured.Name]) is { } length && r[number.Name] == length);

    private static int? Length(Value value) => value.IsString ? value.AsString.EnumerateRunes().Count() : value.IsArray ? value.AsArray.Length : null;
}
