using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Sorts items by computed keys; equal items keep their order.</summary>
internal sealed class Sorter
{
    /// <summary>Steps for each part of an array, object or long text that is a sort key, because sorting reads it many times.</summary>
    private const int DeepKey = 16;

    private readonly Evaluate[] _keys;
    private readonly bool[] _descending;
    private readonly int _slot;

    private Sorter(IReadOnlyList<OrderKey> order, int slot, ExpressionCompiler expressions)
    {
        _keys = [.. order.Select(k => expressions.Compile(k.By))];
        _descending = [.. order.Select(k => k.Descending)];
        _slot = slot;
    }

    public static Sorter? Of(IReadOnlyList<OrderKey>? order, int slot, ExpressionCompiler expressions) =>
        order is { Count: > 0 } ? new Sorter(order, slot, expressions) : null;

    public void Sort(Frame frame, Value[] items)
    {
        var keyed = new (Value[] Keys, int Place, Value Item)[items.Length];
        for (var i = 0; i < keyed.Length; i++)
        {
            frame.Slots[_slot] = items[i];
            keyed[i] = (ExpressionCompiler.Operands(_keys, frame), i, items[i]);
            foreach (var key in keyed[i].Keys)
            {
                if (!IsPlain(key))
                {
                    frame.Meter.Charge((long)DeepKey * Checking.ValueSize.Count(key));
                }
            }
        }

        // Optional sort parameters leave all keys null in most calls.
        if (!Array.Exists(keyed, k => Array.Exists(k.Keys, key => !key.IsNull)))
        {
            return;
        }

        Array.Sort(keyed, Compare);
        for (var i = 0; i < keyed.Length; i++)
        {
            items[i] = keyed[i].Item;
        }
    }

    /// <summary>Whether a sort key takes no steps: a scalar that is not a long text.</summary>
    public static bool IsPlain(Value key) =>
        !key.IsArray && !key.IsObject && (!key.IsString || Checking.ValueSize.Steps(key.AsString) == 0);

    private int Compare((Value[] Keys, int Place, Value Item) a, (Value[] Keys, int Place, Value Item) b)
    {
        for (var i = 0; i < _descending.Length; i++)
        {
            var order = ValueOrder.Compare(a.Keys[i], b.Keys[i]);
            if (order != 0)
            {
                return _descending[i] ? -order : order;
            }
        }

        return a.Place.CompareTo(b.Place);
    }
}
