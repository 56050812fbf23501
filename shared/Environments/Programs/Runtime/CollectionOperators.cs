using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Operators on arrays and objects. Each returns a new value.</summary>
internal static class CollectionOperators
{
    private const int LongestRange = 10_000;
    private const int FewMembers = 64;

    /// <summary>Whether an array holds an equal item, or an object has a member of this name.</summary>
    public static bool Has(Value container, Value item, StepMeter meter)
    {
        if (container.IsObject)
        {
            return item.IsString && container.AsObject.IndexOf(meter.Read(item.AsString)) >= 0;
        }

        if (container.IsNull)
        {
            return false;
        }

        var items = Items("has", "an array or object", container);
        meter.Deep(container);
        return items.Contains(item);
    }

    /// <summary>The item at an index, counted from the end if it is negative, or the member of a name; null if there is none.</summary>
    public static Value At(string op, Value container, Value key, StepMeter meter)
    {
        if (container.IsNull || key.IsNull)
        {
            return Value.Null;
        }

        if (container.IsObject)
        {
            return key.IsString ? container.AsObject[meter.Read(key.AsString)] : throw ProgramFailure.Operand(op, "a name for an object", key);
        }

        var items = Items(op, "an array or object", container);
        var index = key.IsNumber ? Arithmetic.Whole(op, key) : throw ProgramFailure.Operand(op, "an index for an array", key);
        index += index < 0 ? items.Length : 0;
        return index >= 0 && index < items.Length ? items[(int)index] : Value.Null;
    }

    public static Value Count(Value container) => container.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.Array => container.AsArray.Length,
        ValueKind.Object => container.AsObject.Count,
        _ => throw ProgramFailure.Operand("count", "an array or object", container),
    };

    public static Value Slice(Value array, Value offset, Value? length, StepMeter meter)
    {
        var items = Items("slice", "an array", array);
        var from = TextOperators.Clip("slice", offset, items.Length);
        var take = length is { } wanted ? TextOperators.Clip("slice", wanted, items.Length - from) : items.Length - from;
        meter.Charge(take);
        return Value.From(items.Slice(from, take).ToArray());
    }

    public static Value Append(ReadOnlySpan<Value> operands, StepMeter meter)
    {
        var items = operands[0].IsNull ? [] : Items("append", "an array", operands[0]);
        meter.Charge(items.Length + operands.Length - 1);
        return Value.From([.. items, .. operands[1..]]);
    }

    public static Value Remove(Value array, Value item, StepMeter meter)
    {
        var items = Items("remove", "an array", array);
        meter.Deep(array);
        var kept = new List<Value>(items.Length);
        foreach (var candidate in items)
        {
            if (!candidate.Equals(item))
            {
                kept.Add(candidate);
            }
        }

        return Value.From(kept);
    }

    /// <summary>The items without repetition, each at its first position.</summary>
    public static Value Distinct(Value array, StepMeter meter)
    {
        var items = Items("distinct", "an array", array);
        meter.Deep(array);
        var seen = new HashSet<Value>();
        var kept = new List<Value>(items.Length);
        foreach (var item in items)
        {
            if (seen.Add(item))
            {
                kept.Add(item);
            }
        }

        return Value.From(kept);
    }

    public static Value Reverse(Value array, StepMeter meter)
    {
        var items = Items("reverse", "an array", array).ToArray();
        meter.Charge(items.Length);
        Array.Reverse(items);
        return Value.From(items);
    }

    public static Value Sum(Value array, StepMeter meter)
    {
        var items = array.IsNull ? [] : Items("sum_of", "an array", array);
        meter.Charge(items.Length);
        var sum = 0.0;
        foreach (var item in items)
        {
            sum = item.IsNull ? sum
                : item.IsNumber ? Arithmetic.Add(sum, item.AsNumber)
                : throw ProgramFailure.Operand("sum_of", "numbers", item);
        }

        return sum;
    }

    public static Value Extreme(string op, Value array, int sign, StepMeter meter)
    {
        var items = array.IsNull ? [] : Items(op, "an array", array);
        meter.Charge(items.Length);
        return Comparisons.Extreme(op, items, sign);
    }

    public static Value Range(Value start, Value count, StepMeter meter)
    {
        var first = Arithmetic.Whole("range", start);
        var wanted = Math.Max(0, Arithmetic.Whole("range", count));
        if (wanted > LongestRange || Math.Abs(first) > Value.MaxInteger - LongestRange)
        {
            throw ProgramFailure.Invalid($"range gives at most {LongestRange} integers within 2^53");
        }

        meter.Charge((int)wanted);
        var items = new Value[(int)wanted];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = first + i;
        }

        return Value.From(items);
    }

    /// <summary>An object with one member set (null counts as an empty object), or an array with one item replaced.</summary>
    public static Value Put(string op, Value container, Value key, Value value, StepMeter meter)
    {
        if (container.IsNull || container.IsObject)
        {
            var name = key.IsString ? meter.Read(key.AsString) : throw ProgramFailure.Operand(op, "a name for an object", key);
            var members = container.IsNull ? ObjectValue.Empty : container.AsObject;
            meter.Charge(members.Count);
            return Value.From(members.With(name, value));
        }

        var items = Items(op, "an array or object", container).ToArray();
        var index = key.IsNumber ? Arithmetic.Whole(op, key) : throw ProgramFailure.Operand(op, "an index for an array", key);
        index += index < 0 ? items.Length : 0;
        if (index < 0 || index >= items.Length)
        {
            throw ProgramFailure.Invalid($"{op} finds no item at this index");
        }

        meter.Charge(items.Length);
        items[(int)index] = value;
        return Value.From(items);
    }

    /// <summary>The members of all objects; later members win, and null objects are left out.</summary>
    public static Value Merge(ReadOnlySpan<Value> objects, StepMeter meter)
    {
        var shape = ObjectShape.Empty;
        Value[] values = [];
        foreach (var part in objects)
        {
            if (part.IsNull)
            {
                continue;
            }

            var members = Members("merge", part);
            meter.Charge(members.Count);
            if (values.Length == 0)
            {
                (shape, values) = (members.Shape, members.Values.ToArray());
                continue;
            }

            (shape, values) = Merge(shape, values, members);
        }

        return Value.From(new ObjectValue(shape, values));
    }

    private static (ObjectShape Shape, Value[] Values) Merge(ObjectShape shape, Value[] values, ObjectValue added)
    {
        var count = values.Length;
        Array.Resize(ref values, count + added.Count);
        if (values.Length > FewMembers)
        {
            return MergeMany(shape, values, count, added);
        }

        // The results of one program have the same shapes in every call, so each step finds a known shape.
        for (var i = 0; i < added.Count; i++)
        {
            var at = shape.IndexOf(added.Names[i]);
            if (at < 0)
            {
                shape = shape.With(added.Names[i]);
                at = count++;
            }

            values[at] = added.Values[i];
        }

        Array.Resize(ref values, count);
        return (shape, values);
    }

    private static (ObjectShape Shape, Value[] Values) MergeMany(ObjectShape shape, Value[] values, int count, ObjectValue added)
    {
        var names = shape.Names.ToArray();
        Array.Resize(ref names, values.Length);
        for (var i = 0; i < added.Count; i++)
        {
            var at = shape.IndexOf(added.Names[i]);
            at = at < 0 ? count++ : at;
            (names[at], values[at]) = (added.Names[i], added.Values[i]);
        }

        Array.Resize(ref names, count);
        Array.Resize(ref values, count);
        return (new ObjectShape(names), values);
    }

    public static Value Without(ReadOnlySpan<Value> operands, StepMeter meter)
    {
        var members = Members("without", operands[0]);
        meter.Charge(members.Count);
        foreach (var name in operands[1..])
        {
            if (!name.IsNull)
            {
                members = members.Without(name.IsString ? meter.Read(name.AsString) : throw ProgramFailure.Operand("without", "names", name));
            }
        }

        return Value.From(members);
    }

    /// <summary>The names of an object or, in the order of its names, its values.</summary>
    public static Value Parts(string op, Value container, bool names, StepMeter meter)
    {
        var members = Members(op, container);
        meter.Charge(members.Count);
        var sorted = members.Names.ToArray();
        Array.Sort(sorted, ValueOrder.Compare);
        return Value.From(Array.ConvertAll(sorted, name => names ? name : members[name]));
    }

    public static ReadOnlySpan<Value> Items(string op, string takes, Value value) =>
        value.IsArray ? value.AsArray : throw ProgramFailure.Operand(op, takes, value);

    private static ObjectValue Members(string op, Value value) =>
        value.IsObject ? value.AsObject : throw ProgramFailure.Operand(op, "an object", value);
}
