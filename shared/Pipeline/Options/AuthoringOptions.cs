namespace AgentScaler.Pipeline.Options;

/// <summary>Limits for the language model that authors a domain's programs.</summary>
public sealed record AuthoringOptions
{
    /// <summary>Number of rounds after the first answer in which the model receives the findings of the checker and the proofs.</summary>
    public int Repairs { get; init; } = 2;

    /// <summary>Seconds for all rounds of one domain. They must stay well below the broker's acknowledgement timeout.</summary>
    public double TimeLimitSeconds { get; init; } = 900;

    /// <summary>Most characters of one domain that the model is shown. Tools beyond this limit keep their inferred programs.</summary>
    public int MaxShown { get; init; } = 120_000;

    /// <summary>Most steps of one call of an authored program in the proofs. The language itself stops at 10,000,000.</summary>
    public int MaxSteps { get; init; } = 100_000;

    /// <exception cref="ArgumentException">A setting is out of its range. The message names it.</exception>
    public void Validate()
    {
        if (Repairs is < 0 or > 10 || TimeLimitSeconds is not (> 0 and <= 1500) || MaxShown is < 10_000 or > 4_000_000 || MaxSteps is < 1_000 or > 10_000_000)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Materialize option authoring: repairs is {Repairs} (0 to 10), time_limit_seconds is {TimeLimitSeconds} (above 0, at most 1500), max_shown is {MaxShown} (10000 to 4000000), max_steps is {MaxSteps} (1000 to 10000000)."));
        }
    }
}
