namespace AgentScaler.Training.Models;

/// <param name="Decays">Whether weight decay touches it: matrices do, norms do not, as in Hugging Face's trainer.</param>
internal sealed record ParameterShape(string Name, long[] Shape, bool Decays)
{
    /// <summary>Whether it is a matrix of a decoder layer: neither embedding nor head, and no norm.</summary>
    public bool IsLayerMatrix => Decays && Name.StartsWith("model.layers.", StringComparison.Ordinal);

    public long Count => Shape.Aggregate(1L, (a, b) => a * b);
}
