using AgentScaler.Judging;

namespace AgentScaler.Pipeline.Options;

/// <summary>How accepted trajectories become datasets: the section <c>filter</c> of a run's options.</summary>
public sealed record DatasetOptions
{
    /// <summary>What stage 3 accepts of tasks that only read.</summary>
    [Flag("--read-only-match", "What counts as a match in read-only tasks.", "exact|equivalent", Words = ["exact", "equivalent"])]
    public ReadOnlyMatch ReadOnlyMatch { get; init; } = ReadOnlyMatch.Exact;

    /// <summary>Slugs of the vertical domains; empty: the <see cref="Verticals"/> domains with most tasks.</summary>
    public IReadOnlyList<string> VerticalDomains { get; init; } = [];

    /// <summary>How many vertical domains are chosen where none is named. They get a stage 2 and are left out of stage 1.</summary>
    public int Verticals { get; init; } = 1;

    /// <summary>Share of a domain's tasks that is held back for validation, 0 to 0.5.</summary>
    public double ValidationShare { get; init; } = 0.1;

    /// <summary>Share of the general domains that is held back whole, so that no tool of theirs is trained, 0 to 0.5.</summary>
    public double HeldOutDomainShare { get; init; } = 0.1;

    /// <summary>
    /// Share of the providers that is held back whole, 0 to 0.5: every domain with a tool of theirs. Providers of a vertical
    /// domain stay, and so do those without which fewer than half of the general domains would be trained.
    /// </summary>
    public double HeldOutProviderShare { get; init; }

    /// <summary>Intents whose sets of word triples have at least this Jaccard similarity never stand on both sides.</summary>
    public double NearDuplicate { get; init; } = 0.7;

    /// <summary>Rows of one task, at most.</summary>
    public int MaxRowsPerTask { get; init; } = 4;

    /// <summary>Rows of one domain and length, at most this many times the median over all of them; 0: no bound.</summary>
    public double Balance { get; init; } = 3;

    /// <summary>
    /// A file of what people said (multi-turn benchmark questions, or a <c>.tar.gz</c> of them) for the realism of the
    /// intents to be held against; null: they are measured alone.
    /// </summary>
    [Flag("--realism-reference", "What people said, to hold the intents against: multi-turn benchmark questions, or a .tar.gz of them.", IsFile = true)]
    [NamesFiles]
    public string? RealismReference { get; init; }

    /// <exception cref="ArgumentException">A value lies outside its range; the message names it.</exception>
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
