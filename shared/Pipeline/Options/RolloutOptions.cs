using AgentScaler.LanguageModels;

namespace AgentScaler.Pipeline.Options;

/// <summary>Settings of the stage <c>rollout</c>.</summary>
public sealed record RolloutOptions
{
    /// <summary>Number of episodes for each task.</summary>
    [Flag("--attempts", "Episodes a task.", "K")]
    public int Attempts { get; init; } = 2;

    /// <summary><c>scripted</c>, <c>openai</c>, or <c>policy:CHECKPOINT</c>.</summary>
    [Flag("--agent", "Who plays the agent.", "scripted|openai|policy:CHECKPOINT")]
    public string Agent { get; init; } = "scripted";

    /// <summary><c>scripted</c> or <c>openai</c>.</summary>
    [Flag("--user", "Who plays the user.", "scripted|openai", Words = ["scripted", "openai"])]
    public string User { get; init; } = "scripted";

    /// <summary>Share of tool calls that fault injection answers with an error, 0 to 1.</summary>
    [Flag("--faults", "Share of tool calls that fault injection answers.", "RATE")]
    public double Faults { get; init; }

    /// <summary>Most concurrent episodes in one process.</summary>
    [Flag("--concurrency", "Episodes in flight.", "N")]
    public int Concurrency { get; init; } = 64;

    /// <summary>Most assistant messages of an episode.</summary>
    public int MaxTurns { get; init; } = 80;

    /// <summary>Most tool calls of an episode.</summary>
    public int MaxToolCalls { get; init; } = 120;

    /// <summary>Most tokens of an episode over all its model requests. 0 sets no limit.</summary>
    public long MaxTokens { get; init; }

    /// <summary>Most seconds of an episode. They must stay well below the broker's acknowledgement timeout.</summary>
    public double TimeLimitSeconds { get; init; } = 900;

    /// <summary>The rates of the scripted agent's mistakes.</summary>
    public MistakeOptions Mistakes { get; init; } = new();

    /// <summary>The endpoint of the agent's model.</summary>
    [EndpointFlags("agent", "agent")]
    public EndpointOptions AgentEndpoint { get; init; } = new();

    /// <summary>The endpoint of the user's model.</summary>
    [EndpointFlags("user", "user")]
    public EndpointOptions UserEndpoint { get; init; } = new();

    /// <summary>Settings for sampling if the agent is a checkpoint.</summary>
    public PolicyOptions Policy { get; init; } = new();

    /// <summary>Whether the spans of an episode join the run's trace. Otherwise each episode has its own trace.</summary>
    public bool NestTraces { get; init; }

    /// <exception cref="ArgumentException">A setting is out of its range. The message names it.</exception>
    public void Validate()
    {
        Require(Attempts is >= 1 and <= 1000, nameof(Attempts), "1 to 1000");
        Require(Faults is >= 0 and < 1, nameof(Faults), "0 to below 1");
        Require(Concurrency is >= 1 and <= 100_000, nameof(Concurrency), "1 to 100000");
        Require(MaxTurns is >= 1 and <= 10_000, nameof(MaxTurns), "1 to 10000");
        Require(MaxToolCalls is >= 1 and <= 10_000, nameof(MaxToolCalls), "1 to 10000");
        Require(MaxTokens >= 0, nameof(MaxTokens), "0 or more");
        Require(TimeLimitSeconds is > 0 and <= 1500, nameof(TimeLimitSeconds), "above 0, at most 1500");
        Require(User is "scripted" or "openai", nameof(User), "scripted or openai");
        Require(
            Agent is "scripted" or "openai" || (Agent.StartsWith("policy:", StringComparison.Ordinal) && Agent.Length > 7),
            nameof(Agent),
            "scripted, openai or policy:CHECKPOINT");
        Mistakes.Validate();
        if (Agent == "openai")
        {
            AgentEndpoint.Validate("Rollout option agent_endpoint");
        }

        if (User == "openai")
        {
            UserEndpoint.Validate("Rollout option user_endpoint");
        }
    }

    private void Require(bool holds, string name, string range)
    {
        if (!holds)
        {
            var value = GetType().GetProperty(name)!.GetValue(this);
            throw new ArgumentException(FormattableString.Invariant($"Rollout option {name} is {value}; it must be {range}."));
        }
    }
}
