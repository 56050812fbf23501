using System.Buffers;
using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// Turns select, aggregate and map into delegates. Each works in phases, and all candidates pass one phase before the next: filter, sort keys, sort, cut,
/// shape. Without sort keys the filter stops at the last wanted row.
/// </summary>
internal sealed class QueryCompiler(ExpressionCompiler expressions, IReadOnlyDictionary<string, TableRules> tables, Slots slots)
{
    public Evaluate Compile(Expression expression) => expression switch
    {
        Select select => Compile(select),
        Aggregate aggregate => Compile(aggregate),
        _ => Compile((MapItems)expression),
    };

    private Evaluate Compile(Select select)
    {
        var (offset, limit) = (Bound(select.Offset), Bound(select.Limit));
        var table = tables[select.Table];
        var lookups = Lookups(table, select.As, select.Where);
        var weight = ExpressionNodes.Weight(select.Where, select.Order, select.Map);
        return slots.Within<Evaluate>(select.As, slot =>
        {
            var filter = new RowFilter(table, select.Where, slot, lookups, expressions);
            var order = RowOrder.Of(select.Order, select.As, table, expressions);
            var sorter = Sorter.Of(select.Order, slot, expressions);
            var map = select.Map is null ? null : expressions.Compile(select.Map);
            return f =>
            {
                var (from, most) = (offset?.Invoke(f) ?? Value.Null, limit?.Invoke(f) ?? Value.Null);
                var candidates = filter.Candidates(f, out var open);
                var skip = Whole("offset", from) ?? 0;
                var take = Whole("limit", most) ?? int.MaxValue;
                f.Meter.Charge((long)candidates.Count * weight);
                var page = new RowPage(skip, take);
                if (open == 0)
                {
                    return Shape(f, page.Of(f, candidates, [], true, order, sorter), slot, map);
                }

                var (passed, count) = filter.Pass(f, candidates, open, sorter is null ? (double)skip + take : double.MaxValue);
                var rows = page.Of(f, candidates, passed.AsSpan(0, count), false, order, sorter);
                ArrayPool<int>.Shared.Return(passed);
                return Shape(f, rows, slot, map);
            };
        });
    }

    private Evaluate Compile(Aggregate aggregate)
    {
        var table = tables[aggregate.Table];
        var lookups = Lookups(table, aggregate.As, aggregate.Where);
        var weight = ExpressionNodes.Weight(aggregate.Where, null, aggregate.Of);
        var kind = aggregate.Kind;
        return slots.Within<Evaluate>(aggregate.As, slot =>
        {
            var filter = new RowFilter(table, aggregate.Where, slot, lookups, expressions);
            var of = aggregate.Of is null ? null : expressions.Compile(aggregate.Of);
            return f =>
            {
                var candidates = filter.Candidates(f, out var open);
                f.Meter.Charge((long)candidates.Count * weight);
                if (open == 0)
                {
                    return of is null ? candidates.Count : Aggregation.Of(kind, Shape(f, candidates.Rows, slot, of).AsArray);
                }

                var (passed, count) = filter.Pass(f, candidates, open, double.MaxValue);
                var rows = of is null ? [] : RowPage.Pick(candidates, passed.AsSpan(0, count));
                ArrayPool<int>.Shared.Return(passed);
                return of is null ? count : Aggregation.Of(kind, Shape(f, rows, slot, of).AsArray);
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
                var found = where is null ? items.ToArray() : Keep(f, items, slot, where);
                sorter?.Sort(f, found);
                return Shape(f, found, slot, shape);
            };
        });
    }

    /// <summary>Compiles the equalities that an index answers, outside the scope of the row.</summary>
    private RowFilter.Lookup[] Lookups(TableRules table, string row, Expression? where)
    {
        var lookups = EqualityLookup.Find(where, row, table.Schema);
        var answered = lookups.Count > 0 && EqualityLookup.Rest(lookups, where) is null;
        return [.. lookups.Select(l => new RowFilter.Lookup(
            expressions.Compile(l.Value), table.Columns[table.ColumnIndex(l.Column.Name)], l.Optional, l.Conjunct, answered || IsFree(l.Value)))];
    }

    /// <summary>Whether an expression never charges steps, however often it is evaluated.</summary>
    private static bool IsFree(Expression expression) =>
        expression is Literal or Argument or Variable || (expression is Field field && IsFree(field.Target));

    private static Value[] Keep(Frame frame, ReadOnlySpan<Value> items, int slot, Test where)
    {
        var kept = new List<Value>(items.Length);
        foreach (var item in items)
        {
            frame.Slots[slot] = item;
            if (where(frame))
            {
                kept.Add(item);
            }
        }

        return [.. kept];
    }

    /// <summary>Maps items. Without a map the items themselves are the result.</summary>
    private static Value Shape(Frame frame, Value[] items, int slot, Evaluate? map)
    {
        if (items.Length == 0)
        {
            return Value.EmptyArray;
        }

        if (map is null)
        {
            return Value.From(items);
        }

        var mapped = new Value[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            frame.Slots[slot] = items[i];
            mapped[i] = map(frame);
        }

        return Value.From(mapped);
    }

    private Evaluate? Bound(Expression? bound) => bound is null ? null : expressions.Compile(bound);

    /// <summary>An offset or limit: whole, at least 0; null is none.</summary>
    private static int? Whole(string name, Value value) =>
        value.IsNull ? null : (int)Math.Clamp(Arithmetic.Whole(name, value), 0, int.MaxValue);
}
