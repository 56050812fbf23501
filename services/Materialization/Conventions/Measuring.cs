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
        if (!Drafts.Makes(draft) || draft.Tables.Dump?.Rows(draft.Table.Name) is not { Count: >= Enough } rows)
        {
            yield break;
        }

        var given = draft.Assignments.Where(a => a.Parameter is { Required: true, Container: null, Node.Kind: NodeKind.String or NodeKind.Array }).ToList();
        foreach (var number in draft.Table.Columns
                     .Where(c => c.Type == ColumnType.Integer && c != draft.Table.Key && draft.Assignments.All(a => a.Column != c)))
        {
            if (given.Find(a => rows.All(r => Length(r[a.Column.Name]) is { } length && r[number.Name] == length)) is { } measured)
            {
                yield return new Assign(draft.Row, number, new LengthTerm(measured.Parameter));
            }
        }
    }

    private static int? Length(Value value) => value.IsString ? value.AsString.EnumerateRunes().Count() : value.IsArray ? value.AsArray.Length : null;
}
