using static TorchSharp.torch;

namespace AgentScaler.Training.Engine;

/// <summary>Turns the gradients of a parameter set into a step. Its state is two tensors of the parameters' flat shape, which a resume point keeps.</summary>
public interface IOptimizer : IDisposable
{
    /// <summary>Running mean of the gradients.</summary>
    Tensor First { get; }

    /// <summary>Running mean of their squares, where the rule keeps one.</summary>
    Tensor Second { get; }

    /// <summary>Clips the gradient, takes a step and clears the gradient; returns the norm before clipping.</summary>
    /// <param name="step">Counted from 1.</param>
    double Step(int step, double learningRate);
}
