namespace AgentScaler.Training.Models;

/// <param name="Decays">Whether weight decay applies. As in Hugging Face's trainer, matrices decay and norms do not.</param>
internal sealed record ParameterShape(string Name, long[] Shape, bool Decays)
{
    /// <summary>Whether this is a matrix of a decoder layer, and not the embedding, the head or a norm.</summary>
    public bool IsLayerMatrix => Decays && Name.StartsWith("model.layers.", StringComparison.Ordinal);

    public long Count => Shape.Aggregate(1L, (a, b) => a * b);
}
