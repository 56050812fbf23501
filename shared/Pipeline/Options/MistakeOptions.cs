namespace AgentScaler.Pipeline.Options;

/// <summary>How often an episode of the scripted agent holds each mistake, 0 to 1.</summary>
public sealed record MistakeOptions
{
    /// <summary>A read with another thing's value, noticed and made again with the right one.</summary>
    public double WrongArgument { get; init; } = 0.06;

    /// <summary>A call without a required argument; the error is read and the call made again.</summary>
    public double ToolError { get; init; } = 0.06;

    /// <summary>A write that nothing later depends on is left out.</summary>
    public double MissingStep { get; init; } = 0.04;

    /// <summary>A write is made once more than asked.</summary>
    public double ExtraWrite { get; init; } = 0.04;

    /// <summary>The same read again and again.</summary>
    public double Repetition { get; init; } = 0.03;

    /// <summary>The agent stops in the middle and says so.</summary>
    public double GivingUp { get; init; } = 0.03;

    /// <summary>A call whose arguments are no JSON; the error is read and the call made again.</summary>
    public double MalformedCall { get; init; } = 0.03;

    public static MistakeOptions None { get; } = new()
    {
        WrongArgument = 0, ToolError = 0, MissingStep = 0, ExtraWrite = 0, Repetition = 0, GivingUp = 0, MalformedCall = 0,
    };

    /// <summary>The rate of one kind.</summary>
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

    /// <exception cref="ArgumentException">A rate is not within 0 and 1.</exception>
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
