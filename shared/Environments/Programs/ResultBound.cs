using System.Globalization;
using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>The bound on the size of one call's answer, and the words of the refusal.</summary>
public static class ResultBound
{
    internal static string Message { get; } = string.Create(
        CultureInfo.InvariantCulture,
            $"the result is larger than an answer may be (at most {ProgramLimits.ValueSize} parts, {ProgramLimits.ValueDepth} deep); ask for less");

    /// <summary>Whether a value is too large for the answer of one call.</summary>
    public static bool Exceeds(Value value) => !ValueSize.Within(value);
}
