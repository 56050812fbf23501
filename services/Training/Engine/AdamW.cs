using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Engine;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101) over a flat parameter set.</summary>
public sealed class AdamW : IOptimizer
{
    private readonly ParameterSet _parameters;
    private readonly OptimizationOptions _options;

    public AdamW(ParameterSet parameters, OptimizationOptions options)
    {
        (_parameters, _options) = (parameters, options);
        using var scope = NewDisposeScope();
        First = zeros_like(parameters.Values).DetachFromDisposeScope();
        Second = zeros_like(parameters.Values).DetachFromDisposeScope();
    }

    public Tensor First { get; }

    public Tensor Second { get; }

    public double Step(int step, double learningRate)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var norm = Clip();
        Update(step, learningRate, 0, _parameters.Decayed, decays: true);
        Update(step, learningRate, _parameters.Decayed, _parameters.Values.shape[0], decays: false);
        _parameters.Gradients.FillInPlace(0);
        return norm;
    }

    /// <summary>Scales the gradient down to the largest allowed norm. Returns the norm before scaling.</summary>
    internal double Clip()
    {
        using var scope = NewDisposeScope();
        var norm = _parameters.Gradients.norm().Value();
        if (_options.ClipNorm > 0)
        {
            _parameters.Gradients.TimesInPlace(Math.Min(1, _options.ClipNorm / (norm + 1e-6)));
        }
        return norm;
    }

    /// <summary>Updates the elements from <paramref name="start"/> up to but not including <paramref name="end"/> of the flat tensors.</summary>
    internal void Update(int step, double learningRate, long start, long end, bool decays)
    {
        if (start == end)
        {
            return;
        }
        using var scope = NewDisposeScope();
        Tensor Part(Tensor whole) => whole.narrow(0, start, end - start);
        var (values, gradient, first, second) = (Part(_parameters.Values), Part(_parameters.Gradients), Part(First), Part(Second));
        first.TimesInPlace(_options.Beta1).PlusInPlace(gradient, 1 - _options.Beta1);
        second.TimesInPlace(_options.Beta2).PlusProductInPlace(gradient, gradient, 1 - _options.Beta2);
        var denominator = second.sqrt().OverInPlace(Math.Sqrt(1 - Math.Pow(_options.Beta2, step))).PlusInPlace(_options.Epsilon);
        if (decays && _options.WeightDecay > 0)
        {
            values.TimesInPlace(1 - learningRate * _options.WeightDecay);
        }
        values.PlusQuotientInPlace(first, denominator, -learningRate / (1 - Math.Pow(_options.Beta1, step)));
    }

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
    }
}
