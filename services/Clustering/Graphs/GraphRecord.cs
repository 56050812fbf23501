using AgentScaler.Storage;

namespace AgentScaler.Clustering.Graphs;

/// <summary>The document of <see cref="Collections.Graphs"/> with the id <see cref="DocumentId"/>. It refers to the graph's large bodies.</summary>
/// <param name="Graph">The bytes of <c>graph.json</c>.</param>
/// <param name="Picture">The domain graph as SVG, for the report.</param>
public sealed record GraphRecord(ArtifactReference Graph, ArtifactReference Picture)
{
    public const string DocumentId = "graph";
}
