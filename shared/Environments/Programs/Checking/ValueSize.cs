using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>The bounds of one value: how much it holds, counted with repetition, and how deep. Objects remember theirs.</summary>
internal static class ValueSize
{
    private const int TooLarge = ProgramLimits.ValueSize + 1;

    /// <summary>Parts and height share an integer; a part's count needs 17 bits, a height ends at 255.</summary>
    private const int HeightShift = 20;
    private const int PartsMask = (1 << HeightShift) - 1;
    private const int HighestHeight = 255;

    public static bool Within(Value value) => Count(value) <= ProgramLimits.ValueSize;

    /// <summary>Scalars, arrays and objects in a value; one more than the bound where it is too large or too deep.</summary>
    public static int Count(Value value)
    {
        if (!value.IsArray && !value.IsObject)
        {
            return ShortEnough(value) ? 1 : TooLarge;
        }

        var size = Measure(value);
        return size >> HeightShift > ProgramLimits.ValueDepth ? TooLarge : size & PartsMask;
    }

    private static int Measure(Value value)
    {
        if (value.IsArray)
        {
            return Measure(value.AsArray);
        }

        if (!value.IsObject)
        {
            return ShortEnough(value) ? 1 : TooLarge;
        }

        var members = value.AsObject;
        return members.Size > 0 ? members.Size : members.Size = Measure(members.Values);
    }

    private static int Measure(ReadOnlySpan<Value> items)
    {
        var (parts, height) = (1, 0);
        foreach (var item in items)
        {
            var size = Measure(item);
            parts = Math.Min(parts + (size & PartsMask), TooLarge);
            height = Math.Max(height, size >> HeightShift);
            if (parts == TooLarge)
            {
                // One value may stand in another many thousand times: nothing is counted beyond the bound.
                break;
            }
        }

        return parts | (Math.Min(height + 1, HighestHeight) << HeightShift);
    }

    private static bool ShortEnough(Value value) =>
        !value.IsString || value.AsString.Length <= ProgramLimits.TextLength || CodePoints.Count(value.AsString) <= ProgramLimits.TextLength;
}
