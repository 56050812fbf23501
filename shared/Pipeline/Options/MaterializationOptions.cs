using AgentScaler.LanguageModels;

namespace AgentScaler.Pipeline.Options;

/// <summary>Settings of the stage <c>materialize</c>.</summary>
public sealed record MaterializationOptions
{
    /// <summary>Number of rows of a table that no other table owns.</summary>
    public int RowsPerTable { get; init; } = 12;

    /// <summary>Slugs of the domains to materialize. Empty means all domains.</summary>
    [Flag("--domain", "Materialize these domains only.", "SLUG")]
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Number of generated calls per tool in the differential test. The proof needs at least 100. 0 omits the test.</summary>
    public int DifferentialCalls { get; init; } = 100;

    /// <summary>Most mutants per tool in the mutation test. 0 omits the test.</summary>
    public int MutantsPerTool { get; init; } = 12;

    /// <summary>Most tools of one domain. Further tools are refused, so that no domain grows without limit.</summary>
    public int MaxTools { get; init; } = 400;

    /// <summary>The least share of a domain's tools that must be executable. Below it the domain is rejected.</summary>
    public double MinimumExecutable { get; init; } = 0.5;

    /// <summary>The user's own database as the initial state: a dump as JSON text, or the path of its file.</summary>
    [Flag("--state", "Your own database dump, adopted as the initial state of the one domain. Kept for later runs.", IsFile = true, OrNone = true)]
    [HoldsDocument]
    public string? State { get; init; }

    /// <summary>The slug of the domain that <see cref="State"/> is the state of; null where the run has one domain only.</summary>
    public string? StateOf { get; init; }

    /// <summary>The user's corrections: an overrides document as JSON text, or the path of its file.</summary>
    [Flag("--overrides", "Your word on grouping, effects, keys, guards, policy and programs. Kept for later runs.", IsFile = true, OrNone = true)]
    [HoldsDocument]
    public string? Overrides { get; init; }

    /// <summary>Recorded traffic: paths of HTTP archives (HAR 1.2).</summary>
    [Flag("--traffic", "Recorded traffic (HAR 1.2) to measure the environments against. Kept for later runs.", IsFile = true, OrNone = true)]
    [NamesFiles]
    public IReadOnlyList<string> Traffic { get; init; } = [];

    /// <summary>The endpoint that authors schemas and programs. Empty uses no language model.</summary>
    [EndpointFlags("author", "author that proposes programs")]
    public EndpointOptions AuthorEndpoint { get; init; } = new();

    /// <summary>Limits for the author.</summary>
    public AuthoringOptions Authoring { get; init; } = new();

    /// <exception cref="ArgumentException">A setting is out of its range. The message names it.</exception>
    public void Validate()
    {
        Authoring.Validate();
        if (AuthorEndpoint.Endpoint is not null || AuthorEndpoint.Model is not null)
        {
            AuthorEndpoint.Validate("Materialize option author_endpoint");
        }
    }
}
