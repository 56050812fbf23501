using AgentScaler.Judging;

namespace AgentScaler.Pipeline.Options;

/// <summary>Settings of the stage <c>filter</c>: how accepted trajectories become datasets.</summary>
public sealed record DatasetOptions
{
    /// <summary>The trajectories of read-only tasks that stage 3 of the funnel accepts.</summary>
    [Flag("--read-only-match", "What counts as a match in read-only tasks.", "exact|equivalent", Words = ["exact", "equivalent"])]
    public ReadOnlyMatch ReadOnlyMatch { get; init; } = ReadOnlyMatch.Exact;

    /// <summary>Slugs of the vertical domains. Empty chooses the <see cref="Verticals"/> domains with most tasks.</summary>
    public IReadOnlyList<string> VerticalDomains { get; init; } = [];

    /// <summary>Number of vertical domains to choose if none is named. They get a stage 2 and are left out of stage 1.</summary>
    public int Verticals { get; init; } = 1;

    /// <summary>Share of a domain's tasks that is held out for validation, 0 to 0.5.</summary>
    public double ValidationShare { get; init; } = 0.1;

    /// <summary>Share of the general domains that is held out completely, so that none of their tools is trained, 0 to 0.5.</summary>
    public double HeldOutDomainShare { get; init; } = 0.1;

    /// <summary>
    /// Share of the providers that is held out with every domain that has one of their tools, 0 to 0.5. Providers of a vertical domain are kept, and so are
    /// those without which fewer than half of the general domains would be trained.
    /// </summary>
    public double HeldOutProviderShare { get; init; }

    /// <summary>Intents whose sets of word triples have at least this Jaccard similarity are never split between training and validation.</summary>
    public double NearDuplicate { get; init; } = 0.7;

    /// <summary>Most rows of one task.</summary>
    public int MaxRowsPerTask { get; init; } = 4;

    /// <summary>Most rows of one domain and length, as a multiple of the median over all of them. 0 sets no limit.</summary>
    public double Balance { get; init; } = 3;

    /// <summary>
    /// A file of people's utterances (multi-turn benchmark questions, or a <c>.tar.gz</c> of them) with which the realism of the intents is compared. Null
    /// measures them without a comparison.
    /// </summary>
    [Flag("--realism-reference", "What people said, to hold the intents against: multi-turn benchmark questions, or a .tar.gz of them.", IsFile = true)]
    [NamesFiles]
    public string? RealismReference { get; init; }

    /// <exception cref="ArgumentException">A value is out of its range. The message names it.</exception>
    public void Validate()
    {
        Require(ValidationShare is >= 0 and <= 0.5, nameof(ValidationShare), "lies between 0 and 0.5");
        Require(HeldOutDomainShare is >= 0 and <= 0.5, nameof(HeldOutDomainShare), "lies between 0 and 0.5");
        Require(HeldOutProviderShare is >= 0 and <= 0.5, nameof(HeldOutProviderShare), "lies between 0 and 0.5");
        Require(NearDuplicate is > 0 and <= 1, nameof(NearDuplicate), "lies above 0 and up to 1");
        Require(MaxRowsPerTask >= 1, nameof(MaxRowsPerTask), "is at least 1");
        Require(Balance >= 0, nameof(Balance), "is at least 0");
        Require(Verticals >= 0, nameof(Verticals), "is at least 0");
    }

    private static void Require(bool holds, string name, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException($"The filter option {name} {rule}.", name);
        }
    }
}
