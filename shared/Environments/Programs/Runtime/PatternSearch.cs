using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Searches texts for a pattern of the linear subset. The pattern of the last call is kept, because it is a constant in most programs.</summary>
internal sealed class PatternSearch
{
    /// <summary>How many states and ranges of a pattern one step follows.</summary>
    private const int StatesOfStep = 4;

    private volatile Parsed? _last;

    /// <summary>Whether the pattern occurs in the text; false where one of them is null.</summary>
    public Value Matches(Value text, Value pattern, StepMeter meter)
    {
        Demand(text);
        Demand(pattern);
        if (text.IsNull || pattern.IsNull)
        {
            return false;
        }

        var length = CodePoints.Count(pattern.AsString);
        meter.Charge(length);
        var found = Of(pattern.AsString).Pattern
            ?? throw ProgramFailure.Invalid("matches takes a pattern of the subset that matches in linear time");
        meter.Charge((long)CodePoints.Count(text.AsString) * (found.Size + length) / StatesOfStep);
        return found.Matches(text.AsString);
    }

    private Parsed Of(string pattern)
    {
        var last = _last;
        if (last is null || last.Text != pattern)
        {
            _last = last = new Parsed(pattern, LinearPattern.TryParse(pattern));
        }

        return last;
    }

    private static void Demand(Value operand)
    {
        if (!operand.IsNull && !operand.IsString)
        {
            throw ProgramFailure.Operand("matches", "strings", operand);
        }
    }

    private sealed record Parsed(string Text, LinearPattern? Pattern);
}
