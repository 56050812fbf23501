using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>A tool from one document, before duplicates, boilerplate and names are decided over the whole workspace.</summary>
internal sealed record ToolDraft
{
    /// <summary>The provider, followed by a colon and the service if the provider has several.</summary>
    public required string Provider { get; init; }

    /// <summary>The source's name, or one made from method and path.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the source's spelling; null if the source gives none.</summary>
    public string? SourceName { get; init; }

    /// <summary>The key that all versions of one operation share.</summary>
    public required string OperationKey { get; init; }

    /// <summary>The version of the document, in its spelling.</summary>
    public string Version { get; init; } = "";

    public required string Description { get; init; }

    public bool DescriptionDerived { get; init; }

    /// <summary>JSON Schema object, self-contained.</summary>
    public required byte[] Parameters { get; init; }

    /// <summary>The place of each top-level parameter in a request, in the order of <see cref="Parameters"/>.</summary>
    public IReadOnlyList<ParameterFact> ParameterFacts { get; init; } = [];

    public required byte[] Returns { get; init; }

    public ReturnsOrigin ReturnsOrigin { get; init; }

    public required ToolEffect Effect { get; init; }

    public required string EffectEvidence { get; init; }

    public HttpOperation? Http { get; init; }

    public required ToolSource Source { get; init; }

    /// <summary>The resource of the operation. Boilerplate occurs on many resources, and information does not.</summary>
    public string Resource { get; init; } = "";

    public IReadOnlyList<ToolExample>? Examples { get; init; }

    public IReadOnlyList<DeclaredError>? Errors { get; init; }
}
