using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Trajectories.Realism;

/// <summary>Measures initial states. The figures accumulate over several environments.</summary>
public sealed class StateRealism
{
    private static readonly (string Start, string End)[] Periods = [("start", "end"), ("from", "to"), ("from", "until"), ("begin", "end"),
        ("created", "updated"), ("check in", "check out"), ("opened", "closed"), ("departure", "arrival"), ("valid from", "valid to")];

    private (long Nulls, long Nullable) _nulls;
    private (long Right, long Pairs) _order;
    private (long Right, long Rows) _totals;
    private (long Right, long All) _references;
    private (double Entropy, int Columns) _entropy;

    public void Add(DatabaseSchema schema, DatabaseState state)
    {
        foreach (var table in schema.Tables)
        {
            var rows = state.Rows(table.Name);
            foreach (var column in table.Columns)
            {
                if (column.Nullable)
                {
                    _nulls = (_nulls.Nulls + rows.Count(r => r[column.Name].IsNull), _nulls.Nullable + rows.Count);
                }

                if (column.Enum is { Count: > 1 } && rows.Count > 1)
                {
                    _entropy = (_entropy.Entropy + Entropy(rows.Select(r => r[column.Name]), Math.Min(column.Enum.Count, rows.Count)), _entropy.Columns + 1);
                }

                if (column.References is { } reference)
                {
                    var keys = state.Rows(reference.Table).Select(r => r[reference.Column]).ToHashSet();
                    var values = rows.Select(r => r[column.Name]).Where(v => !v.IsNull).ToList();
                    _references = (_references.Right + values.Count(keys.Contains), _references.All + values.Count);
                }
            }

            foreach (var (start, end) in PeriodsOf(table))
            {
                var pairs = rows.Select(r => (Start: r[start], End: r[end])).Where(p => p.Start.IsString && p.End.IsString).ToList();
                _order = (_order.Right + pairs.Count(p => string.CompareOrdinal(p.Start.AsString, p.End.AsString) <= 0), _order.Pairs + pairs.Count);
            }

            foreach (var adds in RowTotals.Of(table))
            {
                var known = rows.Select(adds).OfType<bool>().ToList();
                _totals = (_totals.Right + known.Count(right => right), _totals.Rows + known.Count);
            }
        }
    }

    public StateFigures Figures() => new(
        Share(_nulls.Nulls, _nulls.Nullable, 0),
        LanguageRealism.Round(_entropy.Columns == 0 ? 0 : 1 - (_entropy.Entropy / _entropy.Columns)),
        Share(_order.Right, _order.Pairs, 1),
        Share(_totals.Right, _totals.Rows, 1),
        Share(_references.Right, _references.All, 1));

    private static IEnumerable<(string Start, string End)> PeriodsOf(TableSchema table)
    {
        var times = table.Columns.Where(c => c.Type is ColumnType.Date or ColumnType.Datetime).Select(c => (c.Name, Words: Words.Phrase(c.Name), c.Type))
            .ToList();
        foreach (var a in times)
        {
            foreach (var b in times.Where(b => b.Name != a.Name && b.Type == a.Type))
            {
                if (Periods.Any(p => a.Words.Contains(p.Start, StringComparison.Ordinal)
                    && a.Words.Replace(p.Start, p.End, StringComparison.Ordinal) == b.Words))
                {
                    yield return (a.Name, b.Name);
                }
            }
        }
    }

    private static double Entropy(IEnumerable<Value> values, int kinds)
    {
        var all = values.ToList();
        return all.GroupBy(v => v).Sum(g => -(g.Count() / (double)all.Count) * Math.Log(g.Count() / (double)all.Count)) / Math.Log(Math.Max(2, kinds));
    }

    private static double Share(long part, long whole, double none) => LanguageRealism.Round(whole == 0 ? none : part / (double)whole);
}
