using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// Money that moves leaves an entry in the statement of its account: in the one table whose rows are amounts of an account, and which no tool writes for
/// itself. A record of a movement that shows the balance after it shows the new one.
/// </summary>
internal sealed record KeepingStatement() : RuleSketch(Source.Convention, "Money that moves leaves an entry in the statement of its account.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        var moves = Moves(draft).DistinctBy(m => m.Address.Subject).ToList();
        foreach (var move in moves)
        {
            if (Drafts.Makes(draft) && moves.Count == 1
                && draft.Table.Columns.FirstOrDefault(c => IsAfter(c) && draft.Assignments.All(a => a.Column != c)) is { } after)
            {
                yield return new Assign(draft.Row, after, After(move));
            }

            if (Of(draft, move) is { } statement)
            {
                yield return Entry(draft, statement, move);
            }
        }
    }

    private static IEnumerable<Adjust> Moves(EffectDraft draft) => draft.Sketch.Rules.Where(r => r is not KeepingStatement)
        .SelectMany(r => r.Consequences(draft)).Concat(draft.Sketch.Kind is TransferKind ? draft.Sketch.Kind.Finish(draft).Consequences : []).OfType<Adjust>()
        .Where(a => !a.Address.IsMain || !Drafts.Makes(draft)).Where(a => Roles.Of(a.Address.Table, a.Column) == ColumnRole.Balance);

    private static Term After(Adjust move) => move.Sign > 0 ? new SumOfTerm(new CellTerm(move.Address, move.Column), move.Amount)
        : new DifferenceTerm(new CellTerm(move.Address, move.Column), move.Amount);

    private static bool IsAfter(ColumnModel column) => column.Numeric && column.Words.Contains("balance")
        && column.Words.Any(w => w is "after" or "new" or "resulting" or "running" or "closing");

    /// <summary>The statement of the account that a movement is about, where there is one only and the call does not write it anyway.</summary>
    private static TableModel? Of(EffectDraft draft, Adjust move)
    {
        var statements = draft.Tables.All.Where(t => t != move.Address.Table && t.Columns.Any(c => c.References?.Table == move.Address.Table.Name && c != t.Key)
            && t.Columns.Any(IsAmount) && t.Columns.Any(c => IsAfter(c) || (c is { Type: ColumnType.String, Enum.Count: > 1 } && c.Words[^1] is "type" or "kind"))
            && t.Columns.Any(c => c.Born is ClockValue || c.Semantic is "datetime" or "date")).ToList();
        return statements is [var only] && only != draft.Table ? only : null;
    }

    private static bool IsAmount(ColumnModel column) => column.Numeric && column.References is null && column.Words[^1] is "amount" or "sum" or "value";

    private static InsertRow Entry(EffectDraft draft, TableModel statement, Adjust move)
    {
        var filled = new List<Filling>();
        foreach (var column in statement.Columns.Where(c => c != statement.Key))
        {
            Term? value = column.References?.Table == move.Address.Table.Name ? new CellTerm(move.Address, move.Address.Table.Key)
                : column.References?.Table == draft.Table.Name && draft.Table != move.Address.Table ? new CellTerm(draft.Row, draft.Table.Key)
                : IsAfter(column) ? After(move)
                : IsAmount(column)
                    ? move.Sign < 0 && IsSigned(draft, statement, column) ? new ProductTerm(new ConstantTerm(Value.From(-1)), move.Amount) : move.Amount
                : NamedAfterAct.Of(draft, column, move.Sign) is { } kind ? new ConstantTerm(kind)
                : null;
            if (value is not null && filled.TrueForAll(f => f.Column != column))
            {
                filled.Add(new Filling(column, value));
            }
        }

        return new InsertRow(statement, filled);
    }

    /// <summary>Whether money that goes stands in the statement as a negative amount, as its documentation says.</summary>
    private static bool IsSigned(EffectDraft draft, TableModel statement, ColumnModel amount) => amount.Node?.Minimum is null or < 0
        && (Speaks(amount.Node?.Description) || draft.Tables.Documents(statement).Any(Speaks));

    private static bool Speaks(string? text) => text is not null && (text.Contains("negative", StringComparison.OrdinalIgnoreCase)
        || text.Contains("signed", StringComparison.OrdinalIgnoreCase) || text.Contains("minus", StringComparison.OrdinalIgnoreCase)
        || text.Contains("opposite", StringComparison.OrdinalIgnoreCase));
}
