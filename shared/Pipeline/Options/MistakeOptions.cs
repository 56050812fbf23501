namespace AgentScaler.Pipeline.Options;

/// <summary>The share of the scripted agent's episodes that contain each mistake, 0 to 1.</summary>
public sealed record MistakeOptions
{
    /// <summary>A read with the value of another object. The agent notices it and repeats the read with the right value.</summary>
    public double WrongArgument { get; init; } = 0.06;

    /// <summary>A call without a required argument. The agent reads the error and repeats the call.</summary>
    public double ToolError { get; init; } = 0.06;

    /// <summary>A write is left out on which nothing later depends.</summary>
    public double MissingStep { get; init; } = 0.04;

    /// <summary>A write is made once more than requested.</summary>
    public double ExtraWrite { get; init; } = 0.04;

    /// <summary>The same read is repeated again and again.</summary>
    public double Repetition { get; init; } = 0.03;

    /// <summary>The agent stops before the end and says so.</summary>
    public double GivingUp { get; init; } = 0.03;

    /// <summary>A call with arguments that are not JSON. The agent reads the error and repeats the call.</summary>
    public double MalformedCall { get; init; } = 0.03;

    public static MistakeOptions None { get; } = new()
    {
        WrongArgument = 0,
        ToolError = 0,
        MissingStep = 0,
        ExtraWrite = 0,
        Repetition = 0,
        GivingUp = 0,
        MalformedCall = 0,
    };

    /// <summary>Returns the rate of one kind.</summary>
    public double RateOf(MistakeKind kind) => kind switch
    {
        MistakeKind.WrongArgument => WrongArgument,
        MistakeKind.ToolError => ToolError,
        MistakeKind.MissingStep => MissingStep,
        MistakeKind.ExtraWrite => ExtraWrite,
        MistakeKind.Repetition => Repetition,
        MistakeKind.GivingUp => GivingUp,
        _ => MalformedCall,
    };

    /// <exception cref="ArgumentException">A rate is not between 0 and 1.</exception>
    public void Validate()
    {
        foreach (var kind in Enum.GetValues<MistakeKind>())
        {
            if (RateOf(kind) is not (>= 0 and <= 1))
            {
                throw new ArgumentException(FormattableString.Invariant($"Rollout option mistakes.{kind} is {RateOf(kind)}; it must be 0 to 1."));
            }
        }
    }
}
