using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Measures a value against its bounds: its number of parts, counted with repetition, and its depth. A text counts by its length, so that the
/// bound limits memory too. Objects cache their size.</summary>
internal static class ValueSize
{
    private const int TooLarge = ProgramLimits.ValueSize + 1;

    /// <summary>The count of parts and the height share an integer. The count needs 17 bits, and the height is at most 255.</summary>
    private const int HeightShift = 20;
    private const int PartsMask = (1 << HeightShift) - 1;
    private const int HighestHeight = 255;

    public static bool Within(Value value) => Count(value) <= ProgramLimits.ValueSize;

    /// <summary>Counts the scalars, arrays and objects in a value. Returns one more than the bound if the value is too large or too deep.</summary>
    public static int Count(Value value)
    {
        if (!value.IsArray && !value.IsObject)
        {
            return Scalar(value);
        }

        var size = Measure(value);
        return size >> HeightShift > ProgramLimits.ValueDepth ? TooLarge : size & PartsMask;
    }

    private static int Measure(Value value)
    {
        if (value.IsArray)
        {
            return Measure(value.AsArray, []);
        }

        if (!value.IsObject)
        {
            return Scalar(value);
        }

        var members = value.AsObject;
        return members.Size > 0 ? members.Size : members.Size = Measure(members.Values, members.Names);
    }

    private static int Measure(ReadOnlySpan<Value> items, ReadOnlySpan<string> names)
    {
        var (parts, height) = (1, 0);
        foreach (var name in names)
        {
            parts += Steps(name);
        }

        foreach (var item in items)
        {
            var size = Measure(item);
            parts = Math.Min(Math.Min(parts, TooLarge) + (size & PartsMask), TooLarge);
            height = Math.Max(height, size >> HeightShift);
            if (parts == TooLarge)
            {
                // One value may occur in another many thousand times, so counting stops at the bound.
                break;
            }
        }

        return parts | (Math.Min(height + 1, HighestHeight) << HeightShift);
    }

    /// <summary>The steps for reading a text; a short text takes none.</summary>
    public static int Steps(string text) => text.Length < ProgramLimits.TextStep ? 0 : CodePoints.Count(text) / ProgramLimits.TextStep;

    private static int Scalar(Value value)
    {
        if (!value.IsString || value.AsString.Length < ProgramLimits.TextStep)
        {
            return 1;
        }

        var length = CodePoints.Count(value.AsString);
        return length <= ProgramLimits.TextLength ? 1 + (length / ProgramLimits.TextStep) : TooLarge;
    }
}
