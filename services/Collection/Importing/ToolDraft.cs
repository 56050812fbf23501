using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>A tool as one document tells it, before duplicates, boilerplate and names are settled over the whole workspace.</summary>
internal sealed record ToolDraft
{
    /// <summary>The provider, and after a colon the service where the provider has several.</summary>
    public required string Provider { get; init; }

    /// <summary>The name that the source gives, or one made from method and path.</summary>
    public required string Name { get; init; }

    /// <summary>The name as the source writes it; null where the source gives none.</summary>
    public string? SourceName { get; init; }

    /// <summary>What stays the same between versions of one operation.</summary>
    public required string OperationKey { get; init; }

    /// <summary>Version of the document, as written.</summary>
    public string Version { get; init; } = "";

    public required string Description { get; init; }

    public bool DescriptionDerived { get; init; }

    /// <summary>JSON Schema object, self-contained.</summary>
    public required byte[] Parameters { get; init; }

    /// <summary>Where each top-level parameter stands in a request, in the order of <see cref="Parameters"/>.</summary>
    public IReadOnlyList<ParameterFact> ParameterFacts { get; init; } = [];

    public required byte[] Returns { get; init; }

    public ReturnsOrigin ReturnsOrigin { get; init; }

    public required ToolEffect Effect { get; init; }

    public required string EffectEvidence { get; init; }

    public HttpOperation? Http { get; init; }

    public required ToolSource Source { get; init; }

    /// <summary>The resource an operation is about: what boilerplate is spread over and information is not.</summary>
    public string Resource { get; init; } = "";

    public IReadOnlyList<ToolExample>? Examples { get; init; }

    public IReadOnlyList<DeclaredError>? Errors { get; init; }
}
