using static TorchSharp.torch;

namespace AgentScaler.Training.Engine;

/// <summary>Turns the gradients of a parameter set into a step. A resume point keeps its state: two tensors of the flat shape of the parameters.</summary>
public interface IOptimizer : IDisposable
{
    /// <summary>Running mean of the gradients.</summary>
    Tensor First { get; }

    /// <summary>Running mean of their squares, if the rule keeps one.</summary>
    Tensor Second { get; }

    /// <summary>Clips the gradient, takes a step and clears the gradient. Returns the norm before clipping.</summary>
    /// <param name="step">The number of the step, counted from 1.</param>
    double Step(int step, double learningRate);
}
