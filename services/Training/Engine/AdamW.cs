using AgentScaler.Training.Models;
using static TorchSharp.torch;

namespace AgentScaler.Training.Engine;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101) over a flat parameter set.</summary>
public sealed class AdamW : IDisposable
{
    private readonly ParameterSet _parameters;
    private readonly OptimizationOptions _options;

    public AdamW(ParameterSet parameters, OptimizationOptions options)
    {
        (_parameters, _options) = (parameters, options);
        First = zeros_like(parameters.Values).DetachFromDisposeScope();
        Second = zeros_like(parameters.Values).DetachFromDisposeScope();
    }

    /// <summary>Running mean of the gradients.</summary>
    public Tensor First { get; }

    /// <summary>Running mean of their squares.</summary>
    public Tensor Second { get; }

    /// <summary>Clips the gradient, takes a step and clears the gradient; returns the norm before clipping.</summary>
    /// <param name="step">Counted from 1.</param>
    public double Step(int step, double learningRate)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var gradient = _parameters.Gradients;
        var norm = gradient.norm().item<float>();
        if (_options.ClipNorm > 0) gradient.mul_(Math.Min(1, _options.ClipNorm / (norm + 1e-6)));
        First.mul_(_options.Beta1).add_(gradient, alpha: 1 - _options.Beta1);
        Second.mul_(_options.Beta2).addcmul_(gradient, gradient, 1 - _options.Beta2);
        var denominator = Second.sqrt().div_(Math.Sqrt(1 - Math.Pow(_options.Beta2, step))).add_(_options.Epsilon);
        if (_options.WeightDecay > 0) _parameters.Values.narrow(0, 0, _parameters.Decayed).mul_(1 - learningRate * _options.WeightDecay);
        _parameters.Values.addcdiv_(First, denominator, -learningRate / (1 - Math.Pow(_options.Beta1, step)));
        gradient.zero_();
        return norm;
    }

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
    }
}
