namespace AgentScaler.Training.Models;

/// <param name="Decays">Whether weight decay touches it: matrices do, norms do not, as in Hugging Face's trainer.</param>
internal sealed record ParameterShape(string Name, long[] Shape, bool Decays)
{
    public long Count => Shape.Aggregate(1L, (a, b) => a * b);
}
