namespace AgentScaler.Filtering.Datasets;

/// <summary>What splitting needs to know of a domain.</summary>
/// <param name="Slug">Its slug, as tasks name it.</param>
/// <param name="Tools">Ids of all its tools: a row shows those too that its trajectory does not call.</param>
/// <param name="Providers">Whose tools they are.</param>
public sealed record DomainFacts(string Slug, IReadOnlySet<string> Tools, IReadOnlySet<string> Providers);
