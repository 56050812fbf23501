using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Aggregates over the values of rows; nulls are left out.</summary>
internal static class Aggregation
{
    public static Value Of(AggregateKind kind, ReadOnlySpan<Value> values)
    {
        var name = Words<AggregateKind>.Of(kind);
        switch (kind)
        {
            case AggregateKind.Min:
                return Comparisons.Extreme(name, values, -1);
            case AggregateKind.Max:
                return Comparisons.Extreme(name, values, 1);
        }

        var (count, sum) = (0, 0.0);
        foreach (var value in values)
        {
            if (value.IsNull)
            {
                continue;
            }

            count++;
            if (kind != AggregateKind.Count)
            {
                sum = Arithmetic.Add(sum, value.IsNumber ? value.AsNumber : throw ProgramFailure.Operand(name, "numbers", value));
            }
        }

        return kind switch
        {
            AggregateKind.Count => count,
            AggregateKind.Sum => sum,
            _ => count == 0 ? Value.Null : Arithmetic.Divide(sum, count),
        };
    }
}
