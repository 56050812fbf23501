using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>What is forwarded or answered is there, and the new row speaks of the same: its subject and its text are those of the original.</summary>
internal sealed record FromOriginal(ToolParameter Parameter) : RuleSketch(Source.Convention, "An argument names what is there already.")
{
    private static readonly HashSet<string> Copied = new(StringComparer.Ordinal)
    {
        "subject", "title", "topic", "body", "content", "text", "message", "attachments", "attachment",
    };

    public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => [new RowExists(Original(draft))];

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) => draft.Table.Columns
        .Where(c => Copied.Contains(c.Words[^1]) && draft.Assignments.All(a => a.Column != c))
        .Select(c => new Assign(draft.Row, c, new CellTerm(Original(draft), c)));

    private RowAddress Original(EffectDraft draft) => RowAddress.Named(draft.Table, new ColumnBinding(draft.Table.Key, Parameter));
}
