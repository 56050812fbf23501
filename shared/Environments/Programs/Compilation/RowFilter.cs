using System.Buffers;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// Finds the rows of a table that meet a condition. On every row a call tests only the conjuncts that can fail. It skips the equality that an index
/// answered and the conjuncts that hold because their argument was left out.
/// </summary>
internal sealed class RowFilter
{
    /// <summary>The most conjuncts that are tested separately; the rest are tested as one.</summary>
    private const int MostConjuncts = 64;

    private readonly int _table;
    private readonly int _slot;
    private readonly Lookup[] _lookups;
    private readonly Conjunct[] _conjuncts;

    /// <param name="lookups">Compiled outside of the scope of the row, so that they cannot see it.</param>
    public RowFilter(TableRules table, Expression? where, int slot, IReadOnlyList<Lookup> lookups, ExpressionCompiler expressions)
    {
        (_table, _slot, _lookups) = (table.Index, slot, [.. lookups]);
        var parts = EqualityLookup.Conjuncts(where).ToArray();
        if (parts.Length > MostConjuncts)
        {
            _conjuncts = [new Conjunct(expressions.Test(where!), null, true)];
            _lookups = Array.ConvertAll(_lookups, l => l with { Conjunct = -1 });
            return;
        }

        var settled = lookups is [{ Optional: false, Settles: true } always] ? always.Conjunct : -1;
        _conjuncts = [.. parts.Select((part, i) => new Conjunct(expressions.Test(part), UnlessNull(part), i != settled))];
    }

    /// <summary>Returns the rows that may pass the filter: those from an index, or all.</summary>
    /// <param name="open">The conjuncts that remain to be tested on them, as bits.</param>
    public RowList Candidates(Frame frame, out ulong open)
    {
        open = 0;
        for (var i = 0; i < _conjuncts.Length; i++)
        {
            var conjunct = _conjuncts[i];
            if (conjunct.Tested && conjunct.UnlessNull?.Of(frame.Arguments).IsNull != true)
            {
                open |= 1UL << i;
            }
        }

        var (fewest, answered) = ((RowList?)null, -1);
        foreach (var lookup in _lookups)
        {
            var value = lookup.Value(frame);
            if (lookup.Optional && value.IsNull)
            {
                continue;
            }

            var rows = Named(frame, lookup.Column, value);
            if (fewest is null || rows.Count < fewest.Value.Count)
            {
                (fewest, answered) = (rows, lookup.Optional ? lookup.Conjunct : -1);
            }
        }

        open = answered < 0 ? open : open & ~(1UL << answered);
        return fewest ?? frame.Tables.Rows(_table);
    }

    /// <summary>Finds the positions of the candidates that pass, up to a number. Returns a rented array and the number of positions in it.</summary>
    public (int[] Places, int Count) Pass(Frame frame, RowList candidates, ulong open, double most)
    {
        var rows = candidates.Rows;
        var passed = ArrayPool<int>.Shared.Rent(rows.Length);
        var count = 0;
        for (var i = 0; i < rows.Length && count < most; i++)
        {
            frame.Slots[_slot] = rows[i];
            if (Passes(frame, open))
            {
                passed[count++] = i;
            }
        }

        return (passed, count);
    }

    private bool Passes(Frame frame, ulong open)
    {
        for (var i = 0; open != 0; i++, open >>= 1)
        {
            if ((open & 1) != 0 && !_conjuncts[i].Test(frame))
            {
                return false;
            }
        }

        return true;
    }

    private static RowList Named(Frame frame, ColumnRules column, Value value)
    {
        frame.Meter.Read(value);
        if (!column.IsKey)
        {
            return frame.Tables.Matching(column.Table.Index, column.Index, value);
        }

        return frame.Tables.Find(column.Table.Index, value) is { } found ? new RowList([Value.From(found)], [-1]) : RowList.Empty;
    }

    /// <summary>The argument whose absence makes a conjunct true: <c>or(is_null(arg), ...)</c>.</summary>
    private static FieldPlace? UnlessNull(Expression conjunct) =>
        conjunct is Operation { Operator: Operator.Or, Operands: [Operation { Operator: Operator.IsNull, Operands: [Argument argument] }, ..] }
            ? new FieldPlace(argument.Name)
            : null;

    /// <param name="Conjunct">The conjunct that is true of all rows the index names.</param>
    /// <param name="Settles">Whether that conjunct need not be tested again: testing it would charge nothing.</param>
    internal sealed record Lookup(Evaluate Value, ColumnRules Column, bool Optional, int Conjunct, bool Settles);

    private sealed record Conjunct(Test Test, FieldPlace? UnlessNull, bool Tested);
}
