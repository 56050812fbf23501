using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Counts the steps of one call against <see cref="ProgramLimits.Steps"/>, and checks the bounds of values.</summary>
internal sealed class StepMeter
{
    /// <summary>The steps that the call may still take.</summary>
    public long Left { get; set; }

    /// <summary>Steps that the call has taken.</summary>
    public long Taken => ProgramLimits.Steps - Left;

    public void Reset() => Left = ProgramLimits.Steps;

    public void Charge(long steps)
    {
        Left -= steps;
        if (Left < 0)
        {
            throw ProgramFailure.Invalid($"the call takes more than {ProgramLimits.Steps} steps");
        }
    }

    /// <summary>Charges for a new text, and refuses one that is too long.</summary>
    public string Text(string text)
    {
        if (text.Length >= ProgramLimits.TextStep)
        {
            var length = CodePoints.Count(text);
            Length(length);
            Charge(length / ProgramLimits.TextStep);
        }

        return text;
    }

    /// <summary>Charges for searching a text.</summary>
    public string Read(string text)
    {
        if (text.Length >= ProgramLimits.TextStep)
        {
            Charge(ValueSize.Steps(text));
        }

        return text;
    }

    /// <summary>Charges for looking up a value by hash. Only long texts take steps.</summary>
    public Value Read(Value value)
    {
        if (value.IsString)
        {
            Read(value.AsString);
        }

        return value;
    }

    /// <summary>Charges for searching one text in another, which may take the product of their lengths.</summary>
    public void Search(string text, string part)
    {
        if (text.Length >= ProgramLimits.TextStep)
        {
            Charge((long)ValueSize.Steps(text) * (1 + ValueSize.Steps(part)));
        }
    }

    /// <summary>Refuses a text before it is built; the count of code points may be too high by surrogates.</summary>
    public static void Length(long codePoints)
    {
        if (codePoints > ProgramLimits.TextLength)
        {
            throw ProgramFailure.Invalid($"a text holds at most {ProgramLimits.TextLength} characters");
        }
    }

    /// <summary>Charges for reading a whole value.</summary>
    public void Deep(Value value)
    {
        if (value.IsArray || value.IsObject)
        {
            Charge(ValueSize.Count(value));
        }
        else
        {
            Read(value);
        }
    }

    /// <summary>Checks the bounds of a value that is bound to a name or returned.</summary>
    public static Value Held(Value value) =>
        (value.IsArray || value.IsObject || value.IsString) && ResultBound.Exceeds(value)
            ? throw new ProgramFailure(ErrorCode.ResultTooLarge, ResultBound.Message)
            : value;

    /// <summary>Checks the bounds of a value that is stored.</summary>
    public static Value Bounded(Value value)
    {
        if ((value.IsArray || value.IsObject) && ValueSize.Count(value) > ProgramLimits.ValueSize)
        {
            throw ProgramFailure.Invalid($"a value holds at most {ProgramLimits.ValueSize} parts, {ProgramLimits.ValueDepth} deep");
        }

        return value;
    }
}
