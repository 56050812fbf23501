namespace AgentScaler.Pipeline.Options;

/// <summary>How far a language model that authors a domain's programs may go.</summary>
public sealed record AuthoringOptions
{
    /// <summary>Rounds in which the checker's and the proofs' findings are given back, after the first answer.</summary>
    public int Repairs { get; init; } = 2;

    /// <summary>Seconds for all rounds of one domain; well below a broker's acknowledgement timeout.</summary>
    public double TimeLimitSeconds { get; init; } = 900;

    /// <summary>Characters that the model is shown of one domain; tools beyond them keep what was inferred.</summary>
    public int MaxShown { get; init; } = 120_000;

    /// <summary>Steps that a call of an authored program may take in the proofs; the language itself stops at 10,000,000.</summary>
    public int MaxSteps { get; init; } = 100_000;

    /// <exception cref="ArgumentException">A setting is out of its range; the message names it.</exception>
    public void Validate()
    {
        if (Repairs is < 0 or > 10 || TimeLimitSeconds is not (> 0 and <= 1500) || MaxShown is < 10_000 or > 4_000_000 || MaxSteps is < 1_000 or > 10_000_000)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Materialize option authoring: repairs is {Repairs} (0 to 10), time_limit_seconds is {TimeLimitSeconds} (above 0, at most 1500), max_shown is {MaxShown} (10000 to 4000000), max_steps is {MaxSteps} (1000 to 10000000)."));
        }
    }
}
