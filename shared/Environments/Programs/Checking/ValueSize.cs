using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>The bounds of one value: how much it holds, counted with repetition, and how deep.</summary>
internal static class ValueSize
{
    public static bool Within(Value value) =>
        value.IsArray || value.IsObject ? Count(value, 0) <= ProgramLimits.ValueSize : ShortEnough(value);

    /// <summary>Scalars, arrays and objects in a value; one more than the bound where it is too large or too deep.</summary>
    public static int Count(Value value, int depth = 0)
    {
        const int tooLarge = ProgramLimits.ValueSize + 1;
        if (!value.IsArray && !value.IsObject)
        {
            return ShortEnough(value) ? 1 : tooLarge;
        }

        if (depth >= ProgramLimits.ValueDepth)
        {
            return tooLarge;
        }

        var size = 1;
        foreach (var item in value.IsArray ? value.AsArray : value.AsObject.Values)
        {
            size += Count(item, depth + 1);
            if (size >= tooLarge)
            {
                return tooLarge;
            }
        }

        return size;
    }

    private static bool ShortEnough(Value value) =>
        !value.IsString || value.AsString.Length <= ProgramLimits.TextLength || CodePoints.Count(value.AsString) <= ProgramLimits.TextLength;
}
