using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Truth, equality and order.</summary>
internal static class Comparisons
{
    /// <summary>Reads a value as a condition. Null counts as false; any other value that is not a boolean fails.</summary>
    public static bool Truth(Value value) =>
        value.IsTrue || (value.IsNull || value.IsBoolean ? false : throw ProgramFailure.Operand("a condition", "a boolean", value));

    public static bool Equal(Value a, Value b, StepMeter meter)
    {
        if ((a.IsArray && b.IsArray) || (a.IsObject && b.IsObject))
        {
            meter.Deep(a);
        }

        return a.Equals(b);
    }

    /// <summary>Orders two numbers or two strings; null if one of them is null.</summary>
    public static int? Order(string op, Value a, Value b)
    {
        if (a.IsNumber && b.IsNumber)
        {
            return a.AsNumber.CompareTo(b.AsNumber);
        }

        if (a.IsString && b.IsString)
        {
            return ValueOrder.Compare(a.AsString, b.AsString);
        }

        return a.IsNull || b.IsNull
            ? null
            : throw ProgramFailure.Invalid($"{op} compares two numbers or two strings, found {ProgramFailure.Word(a)} and {ProgramFailure.Word(b)}");
    }

    /// <summary>The least (sign -1) or greatest (sign 1) of some values, nulls left out; null if none is left.</summary>
    public static Value Extreme(string op, ReadOnlySpan<Value> values, int sign)
    {
        var best = Value.Null;
        foreach (var value in values)
        {
            if (value.IsNull)
            {
                continue;
            }

            if (!value.IsNumber && !value.IsString)
            {
                throw ProgramFailure.Operand(op, "numbers or strings", value);
            }

            if (best.IsNull || Order(op, value, best) * sign > 0)
            {
                best = value;
            }
        }

        return best;
    }
}
