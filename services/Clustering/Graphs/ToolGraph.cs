using System.Text.Json;

namespace AgentScaler.Clustering.Graphs;

/// <summary>The tool graph of a run: <c>graph.json</c>.</summary>
/// <param name="Nodes">Tool ids in ordinal order.</param>
/// <param name="Edges">Ordered by their two nodes; the first node of an edge is the smaller one.</param>
public sealed record ToolGraph(IReadOnlyList<string> Nodes, IReadOnlyList<GraphEdge> Edges, GraphFigures Figures)
{
    private const int FlushBytes = 1 << 16;

    /// <summary>Writes the document of the contract. Edges are streamed, because there may be millions.</summary>
    public void Write(Stream stream)
    {
        using var writer =
            new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var ids = Nodes.Select(node => JsonEncodedText.Encode(node)).ToArray();
        writer.WriteStartObject();
        writer.WriteStartArray("nodes");
        foreach (var id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("edges");
        foreach (var edge in Edges)
        {
            writer.WriteStartObject();
            writer.WriteString("from", ids[edge.From]);
            writer.WriteString("to", ids[edge.To]);
            // More than six decimals would be noise of the last bit, and half of the file.
            writer.WriteNumber("similarity", Math.Round((decimal)edge.Similarity, 6));
            if (edge.Attached)
            {
                writer.WriteBoolean("attached", true);
            }

            writer.WriteEndObject();
            if (writer.BytesPending > FlushBytes)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
        writer.WriteNumber("threshold", Figures.Threshold);
        writer.WriteNumber("resolution", Figures.Resolution);
        writer.WriteString("algorithm", Figures.Algorithm);
        writer.WriteNumber("modularity", Figures.Modularity);
        writer.WriteNumber("modularity_at_resolution", Figures.ModularityAtResolution);
        writer.WriteEndObject();
    }
}
