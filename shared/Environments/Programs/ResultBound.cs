using System.Globalization;
using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>The bound on what one call may answer, and the words of the refusal.</summary>
public static class ResultBound
{
    internal static string Message { get; } = string.Create(
        CultureInfo.InvariantCulture, $"the result is larger than an answer may be (at most {ProgramLimits.ValueSize} parts, {ProgramLimits.ValueDepth} deep); ask for less");

    /// <summary>Whether a value is more than one call may answer.</summary>
    public static bool Exceeds(Value value) => !ValueSize.Within(value);
}
