using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Turns what binds names inside an expression into delegates: let, calls of definitions, searches and groups of items.</summary>
internal sealed class BindingCompiler(ExpressionCompiler expressions, Slots slots)
{
    private static readonly ObjectShape GroupShape = new(["key", "items"]);

    public Evaluate Compile(LetIn let)
    {
        var be = expressions.Held(let.Be);
        return slots.Within<Evaluate>(let.Name, slot =>
        {
            var result = expressions.Compile(let.In);
            return f =>
            {
                f.Slots[slot] = be(f);
                return result(f);
            };
        });
    }

    /// <summary>Compiles the expression of a definition in the place of its call. Its parameters are variables that only it sees.</summary>
    public Evaluate Compile(Call call)
    {
        Evaluate[] operands = [.. call.Operands.Select(expressions.Held)];
        var places = new int[operands.Length];
        var result = Within(call.Definition, places, 0);
        return f =>
        {
            var values = ExpressionCompiler.Operands(operands, f);
            for (var i = 0; i < values.Length; i++)
            {
                f.Slots[places[i]] = values[i];
            }

            return result(f);
        };
    }

    public Evaluate Compile(SearchItems search)
    {
        var source = expressions.Compile(search.Source);
        var (word, weight) = (Words<SearchKind>.Of(search.Kind), ExpressionNodes.Weight(search.Where, null, null));
        return slots.Within<Evaluate>(search.As, slot =>
        {
            var where = expressions.Test(search.Where);
            return search.Kind switch
            {
                SearchKind.Find => f => Charged(f, word, source(f), weight, out var items) && First(f, items, slot, where, true) is var at and >= 0
                    ? items.AsArray[at]
                    : Value.Null,
                SearchKind.Any => f => Charged(f, word, source(f), weight, out var items) && First(f, items, slot, where, true) >= 0,
                SearchKind.All => f => !Charged(f, word, source(f), weight, out var items) || First(f, items, slot, where, false) < 0,
                SearchKind.Filter => f => Charged(f, word, source(f), weight, out var items) ? Kept(f, items, slot, where) : Value.EmptyArray,
                _ => throw new ArgumentException($"There is no search {search.Kind}.", nameof(search)),
            };
        });
    }

    public Evaluate Compile(GroupItems group)
    {
        var source = expressions.Compile(group.Source);
        var weight = ExpressionNodes.Weight(group.By, null, null);
        return slots.Within<Evaluate>(group.As, slot =>
        {
            var by = expressions.Compile(group.By);
            return f => Charged(f, "group", source(f), weight, out var items) ? Grouped(f, items, slot, by) : Value.EmptyArray;
        });
    }

    private Evaluate Within(SharedDefinition definition, int[] places, int parameter) => parameter == places.Length
        ? expressions.Compile(definition.Be)
        : slots.Within(definition.Parameters[parameter], place =>
        {
            places[parameter] = place;
            return Within(definition, places, parameter + 1);
        });

    /// <summary>Charges for all items. Returns false for null, which counts as an empty array.</summary>
    private static bool Charged(Frame frame, string word, Value array, int weight, out Value items)
    {
        items = array;
        if (array.IsNull)
        {
            return false;
        }

        frame.Meter.Charge((long)CollectionOperators.Items(word, "an array", array).Length * weight);
        return true;
    }

    /// <summary>The index of the first item of which a condition holds, or does not hold; -1 if there is none.</summary>
    private static int First(Frame frame, Value array, int slot, Test where, bool wanted)
    {
        var items = array.AsArray;
        for (var i = 0; i < items.Length; i++)
        {
            frame.Slots[slot] = items[i];
            if (where(frame) == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    private static Value Kept(Frame frame, Value array, int slot, Test where)
    {
        var kept = new List<Value>();
        foreach (var item in array.AsArray)
        {
            frame.Slots[slot] = item;
            if (where(frame))
            {
                kept.Add(item);
            }
        }

        return Value.From(kept);
    }

    private static Value Grouped(Frame frame, Value array, int slot, Evaluate by)
    {
        var groups = new List<(Value Key, List<Value> Items)>();
        var places = new Dictionary<Value, int>();
        foreach (var item in array.AsArray)
        {
            frame.Slots[slot] = item;
            var key = by(frame);
            frame.Meter.Deep(key);
            if (!places.TryGetValue(key, out var place))
            {
                places[key] = place = groups.Count;
                groups.Add((key, []));
            }

            groups[place].Items.Add(item);
        }

        return Value.From(groups.Select(g => Value.From(new ObjectValue(GroupShape, [g.Key, Value.From(g.Items)]))));
    }
}
