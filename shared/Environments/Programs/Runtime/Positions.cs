using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Operators by the place of items: where one stands, what stands at the same place, and what is set at a path.</summary>
internal static class Positions
{
    /// <summary>The index of the first equal item of an array, or of the first code point of a part of a text; null if there is none.</summary>
    public static Value Of(Value container, Value sought, StepMeter meter)
    {
        if (container.IsNull)
        {
            return Value.Null;
        }

        if (container.IsString)
        {
            return sought.IsNull ? Value.Null
                : sought.IsString ? OfPart(container.AsString, sought.AsString, meter)
                : throw ProgramFailure.Operand("index_of", "strings", sought);
        }

        var items = CollectionOperators.Items("index_of", "an array or string", container);
        meter.Deep(container);
        var index = items.IndexOf(sought);
        return index < 0 ? Value.Null : index;
    }

    /// <summary>Arrays of the items at the same index, as many as the shortest operand has.</summary>
    public static Value Zip(Value[] arrays, StepMeter meter)
    {
        var length = int.MaxValue;
        foreach (var array in arrays)
        {
            length = Math.Min(length, CollectionOperators.Items("zip", "an array", array).Length);
        }

        meter.Charge((long)length * arrays.Length);
        var zipped = new Value[length];
        for (var i = 0; i < length; i++)
        {
            zipped[i] = Value.From(Array.ConvertAll(arrays, a => a.AsArray[i]));
        }

        return Value.From(zipped);
    }

    /// <summary>A copy in which the value at a path of names and indexes is set. An empty path gives the value. Null on the way counts as an empty
    /// object where a name follows.</summary>
    public static Value Put(Value container, Value path, Value value, StepMeter meter)
    {
        var steps = CollectionOperators.Items("put_at", "an array of names and indexes", path);
        return steps.Length <= ProgramLimits.ValueDepth
            ? Put(container, steps, value, meter)
            : throw ProgramFailure.Invalid($"put_at takes a path of at most {ProgramLimits.ValueDepth} names and indexes");
    }

    private static Value Put(Value container, ReadOnlySpan<Value> path, Value value, StepMeter meter)
    {
        if (path.Length == 0)
        {
            return value;
        }

        var inner = path.Length == 1 ? Value.Null : CollectionOperators.At("put_at", container, path[0], meter);
        return CollectionOperators.Put("put_at", container, path[0], Put(inner, path[1..], value, meter), meter);
    }

    private static Value OfPart(string text, string part, StepMeter meter)
    {
        meter.Search(text, part);
        var index = text.IndexOf(part, StringComparison.Ordinal);
        return index < 0 ? Value.Null : CodePoints.Count(text[..index]);
    }
}
