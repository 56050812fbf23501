namespace AgentScaler.Filtering.Datasets;

/// <summary>The facts about a domain that the split uses.</summary>
/// <param name="Slug">The slug by which tasks name the domain.</param>
/// <param name="Tools">Ids of all its tools, because a row also shows tools that its trajectory does not call.</param>
/// <param name="Providers">The providers of the tools.</param>
public sealed record DomainFacts(string Slug, IReadOnlySet<string> Tools, IReadOnlySet<string> Providers);
