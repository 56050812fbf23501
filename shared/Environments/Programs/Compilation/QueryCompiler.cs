using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// Turns select, aggregate and map into delegates. Each works in phases, all candidates through one before the next:
/// filter, sort keys, sort, cut, shape; without sort keys the filter stops at the last row that is wanted.
/// </summary>
internal sealed class QueryCompiler(ExpressionCompiler expressions, IReadOnlyDictionary<string, TableRules> tables, Slots slots)
{
    private delegate RowList Candidates(Frame frame);

    public Evaluate Compile(Expression expression) => expression switch
    {
        Select select => Compile(select),
        Aggregate aggregate => Compile(aggregate),
        _ => Compile((MapItems)expression),
    };

    private Evaluate Compile(Select select)
    {
        var (offset, limit) = (Bound(select.Offset), Bound(select.Limit));
        var (rows, rest) = Rows(select.Table, select.As, select.Where);
        var weight = ExpressionNodes.Weight(select.Where, select.Order, select.Map);
        return slots.Within<Evaluate>(select.As, slot =>
        {
            var where = rest is null ? null : expressions.Test(rest);
            var sorter = Sorter.Of(select.Order, slot, expressions);
            var map = select.Map is null ? null : expressions.Compile(select.Map);
            return f =>
            {
                var (from, most) = (offset?.Invoke(f) ?? Value.Null, limit?.Invoke(f) ?? Value.Null);
                var candidates = rows(f);
                var skip = Whole("offset", from) ?? 0;
                var take = Whole("limit", most);
                f.Meter.Charge((long)candidates.Count * weight);
                var wanted = sorter is not null || take is null ? double.MaxValue : skip + take.Value;
                var found = Filter(f, candidates, slot, where, wanted);
                sorter?.Sort(f, found);
                Cut(found, skip, take);
                return Shape(f, found, slot, map);
            };
        });
    }

    private Evaluate Compile(Aggregate aggregate)
    {
        var (rows, rest) = Rows(aggregate.Table, aggregate.As, aggregate.Where);
        var weight = ExpressionNodes.Weight(aggregate.Where, null, aggregate.Of);
        var kind = aggregate.Kind;
        return slots.Within<Evaluate>(aggregate.As, slot =>
        {
            var where = rest is null ? null : expressions.Test(rest);
            var of = aggregate.Of is null ? null : expressions.Compile(aggregate.Of);
            return f =>
            {
                var candidates = rows(f);
                f.Meter.Charge((long)candidates.Count * weight);
                var found = Filter(f, candidates, slot, where, double.MaxValue);
                return of is null ? found.Count : Aggregation.Of(kind, Shape(f, found, slot, of).AsArray);
            };
        });
    }

    private Evaluate Compile(MapItems map)
    {
        var source = expressions.Compile(map.Source);
        var weight = ExpressionNodes.Weight(map.Where, map.Order, map.Do);
        return slots.Within<Evaluate>(map.As, slot =>
        {
            var where = map.Where is null ? null : expressions.Test(map.Where);
            var sorter = Sorter.Of(map.Order, slot, expressions);
            var shape = map.Do is null ? null : expressions.Compile(map.Do);
            return f =>
            {
                var array = source(f);
                var items = array.IsNull ? [] : CollectionOperators.Items("map", "an array", array);
                f.Meter.Charge((long)items.Length * weight);
                var found = new List<Value>(items.Length);
                foreach (var item in items)
                {
                    f.Slots[slot] = item;
                    if (where is null || where(f))
                    {
                        found.Add(item);
                    }
                }

                sorter?.Sort(f, found);
                return Shape(f, found, slot, shape);
            };
        });
    }

    /// <summary>The rows that a filter can let through, those that an index names or all, and what is left to test on them.</summary>
    private (Candidates Rows, Expression? Filter) Rows(string name, string row, Expression? where)
    {
        var table = tables[name];
        var index = table.Index;
        var lookups = EqualityLookup.Find(where, row, table.Schema);
        Lookup[] compiled = [.. lookups.Select(l => new Lookup(
            expressions.Compile(l.Value), table.Columns[table.ColumnIndex(l.Column.Name)], l.Optional))];
        Candidates rows = compiled switch
        {
            [] => f => f.Tables.Rows(index),
            [{ Optional: false } always] => f => Named(f, always.Column, always.Value(f)),
            _ => f =>
            {
                foreach (var lookup in compiled)
                {
                    var value = lookup.Value(f);
                    if (!value.IsNull)
                    {
                        return Named(f, lookup.Column, value);
                    }
                }

                return f.Tables.Rows(index);
            },
        };
        return (rows, EqualityLookup.Rest(lookups, where));
    }

    private static RowList Named(Frame frame, ColumnRules column, Value value)
    {
        if (!column.IsKey)
        {
            return frame.Tables.Matching(column.Table.Index, column.Index, value);
        }

        return frame.Tables.Find(column.Table.Index, value) is { } found ? new RowList([found]) : new RowList([]);
    }

    private static List<Value> Filter(Frame frame, RowList candidates, int slot, Test? where, double most)
    {
        var count = candidates.Count;
        var found = new List<Value>(Math.Min(count, 16));
        for (var i = 0; i < count && found.Count < most; i++)
        {
            var row = Value.From(candidates[i]);
            if (where is not null)
            {
                frame.Slots[slot] = row;
                if (!where(frame))
                {
                    continue;
                }
            }

            found.Add(row);
        }

        return found;
    }

    private static void Cut(List<Value> found, double skip, double? take)
    {
        found.RemoveRange(0, (int)Math.Min(skip, found.Count));
        if (take < found.Count)
        {
            found.RemoveRange((int)take.Value, found.Count - (int)take.Value);
        }
    }

    private static Value Shape(Frame frame, List<Value> found, int slot, Evaluate? map)
    {
        if (found.Count == 0)
        {
            return Value.EmptyArray;
        }

        var items = found.ToArray();
        if (map is not null)
        {
            for (var i = 0; i < items.Length; i++)
            {
                frame.Slots[slot] = items[i];
                items[i] = map(frame);
            }
        }

        return Value.From(items);
    }

    private Evaluate? Bound(Expression? bound) => bound is null ? null : expressions.Compile(bound);

    /// <summary>An offset or limit: whole, at least 0; null is none.</summary>
    private static double? Whole(string name, Value value) => value.IsNull ? null : Math.Max(0, Arithmetic.Whole(name, value));

    private sealed record Lookup(Evaluate Value, ColumnRules Column, bool Optional);
}
