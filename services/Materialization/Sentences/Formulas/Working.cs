using System.Globalization;

namespace AgentScaler.Materialization.Sentences.Formulas;

/// <summary>How a value is worked out, in the words of a sentence: nothing is bound to a table yet.</summary>
internal abstract record Working
{
    /// <summary>The formula in a few words, as tables of tests cite it.</summary>
    public sealed override string ToString() => Said;

    protected abstract string Said { get; }

    protected static string Figure(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>A number, with the unit of time that it counts; empty where it counts none.</summary>
internal sealed record Amount(decimal Number, string Unit = "") : Working
{
    protected override string Said => Unit.Length == 0 ? Figure(Number) : $"{Figure(Number)} {Unit}";
}

/// <summary>What a phrase names.</summary>
/// <param name="Unit">The unit of time that it counts, where the phrase says so: "extra days".</param>
internal sealed record Named(string Words, string Unit = "") : Working
{
    protected override string Said => Words;
}

/// <summary>The time of the call.</summary>
internal sealed record Present : Working
{
    protected override string Said => "now";
}

/// <summary>Two values put together.</summary>
/// <param name="Operator">One of + - and *.</param>
internal sealed record Both(Working Left, char Operator, Working Right) : Working
{
    protected override string Said => Operator == '*' ? $"{Inner(Left)} * {Inner(Right)}" : $"{Left} {Operator} {Right}";

    private static string Inner(Working part) => part is Both { Operator: not '*' } ? $"({part})" : part.ToString();
}

/// <summary>A number made a whole one.</summary>
/// <param name="Direction">1 up, -1 down, 0 to the nearest, a half up.</param>
internal sealed record Whole(Working Number, int Direction) : Working
{
    protected override string Said => $"{(Direction > 0 ? "up" : Direction < 0 ? "down" : "nearest")}({Number})";
}

/// <summary>How many days the call comes after a time; none where it comes before.</summary>
internal sealed record DaysLate(Working Since) : Working
{
    protected override string Said => $"days after {Since}";
}

/// <summary>One value where a number is large enough, another one else.</summary>
internal sealed record AtLeast(Working Subject, decimal Bound, Working Then, Working Otherwise) : Working
{
    protected override string Said => $"{Then} where {Subject} >= {Figure(Bound)} else {Otherwise}";
}
