using AgentScaler.LanguageModels;

namespace AgentScaler.Pipeline.Options;

/// <summary>The settings of the tasks stage.</summary>
public sealed record TaskOptions
{
    /// <summary>The number of tasks for each domain. A domain whose tools do not allow that many different ones gets fewer.</summary>
    [Flag("--per-domain", "Tasks a domain.", "N")]
    public int PerDomain { get; init; } = 20;

    /// <summary>Most golden calls of a task.</summary>
    [Flag("--max-steps", "Most golden calls of a task.", "N")]
    public int MaxSteps { get; init; } = 20;

    /// <summary>
    /// Relative frequency of each number of golden calls, from 1 on. Numbers beyond <see cref="MaxSteps"/> are left out.
    /// </summary>
    public IReadOnlyList<double> LengthWeights { get; init; } =
        [6, 14, 16, 14, 12, 9, 7, 5, 4, 3, 2, 2, 1.5, 1, 1, 0.8, 0.6, 0.6, 0.4, 0.4];

    /// <summary>Share of tasks that change nothing and ask for information.</summary>
    public double ReadOnlyShare { get; init; } = 0.25;

    /// <summary>Share of tasks that the policy forbids.</summary>
    public double RefusalShare { get; init; } = 0.1;

    /// <summary>Share of the other tasks in which a call must fail first and the goal is reached in another way.</summary>
    public double FailureShare { get; init; } = 0.15;

    /// <summary>
    /// The number of further tasks for each domain, beyond <see cref="PerDomain"/>, that may be added for uncovered items, or one for each open tool,
    /// dependency and error branch if that is more. 0 adds none.
    /// </summary>
    public int CoverageExtra { get; init; } = 20;

    /// <summary>The phrases and personas of the intents. <c>held_out</c> shares none with <c>shared</c>.</summary>
    [Flag("--grammar", "Whose phrases and personas the intents use; the two sets share none.", "shared|held_out", Words = ["shared", "held_out"])]
    public Grammar Grammar { get; init; } = Grammar.Shared;

    /// <summary>Benchmark task files with which the tasks are compared for contamination.</summary>
    [Flag("--benchmark", "Task files of a benchmark: tasks near to them are left out and counted.", "FILE")]
    [NamesFiles]
    public IReadOnlyList<string> BenchmarkFiles { get; init; } = [];

    /// <summary>Whether tasks near a benchmark's are left out. They are counted in either case.</summary>
    public bool ExcludeNear { get; init; } = true;

    /// <summary>The endpoint that rewords the intents. Without an address they are not reworded.</summary>
    [EndpointFlags("author", "author of intents")]
    public EndpointOptions AuthorEndpoint { get; init; } = new();

    /// <summary>The settings of single domains by slug, for domains of which more tasks are wanted, or tasks of another kind.</summary>
    public IReadOnlyDictionary<string, DomainTaskOptions> Domains { get; init; } = new Dictionary<string, DomainTaskOptions>();

    /// <summary>Returns the settings of one domain.</summary>
    public TaskOptions Of(string slug) => Domains.GetValueOrDefault(slug) is { } own ? own.Over(this) : this;

    /// <exception cref="ArgumentException">A setting is out of its range; the message names it.</exception>
    public void Validate()
    {
        foreach (var (slug, own) in Domains)
        {
            ValidateOf(slug, own);
        }

        Require(PerDomain is >= 1 and <= 10_000, "per_domain", PerDomain, "1 to 10000");
        Require(MaxSteps is >= 1 and <= 100, "max_steps", MaxSteps, "1 to 100");
        Require(CoverageExtra is >= 0 and <= 10_000, "coverage_extra", CoverageExtra, "0 to 10000");
        Require(LengthWeights.Count > 0
            && LengthWeights.All(w => w >= 0 && double.IsFinite(w))
            && LengthWeights.Take(MaxSteps).Sum() > 0, "length_weights", LengthWeights.Count, "non-negative weights, not all zero");
        Require(ReadOnlyShare is >= 0 and <= 1, "read_only_share", ReadOnlyShare, "0 to 1");
        Require(RefusalShare is >= 0 and <= 1 && ReadOnlyShare + RefusalShare <= 1, "refusal_share", RefusalShare, "0 to 1, with read_only_share at most 1");
        if (AuthorEndpoint.Endpoint is not null)
        {
            AuthorEndpoint.Validate("Tasks option author_endpoint");
        }

        Require(FailureShare is >= 0 and <= 1, "failure_share", FailureShare, "0 to 1");
    }

    private void ValidateOf(string slug, DomainTaskOptions own)
    {
        try
        {
            own.Over(this).Validate();
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"domains.{slug}: {exception.Message}", exception);
        }
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"Tasks option {name} is {value}; it must be {range}."));
        }
    }
}
