using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Engine;

/// <summary>
/// Muon (Jordan et al., kellerjordan.github.io/posts/muon, 2024): the matrices of the layers move along the nearest
/// orthogonal matrix of their momentum, found by five steps of a Newton-Schulz iteration; embedding, head and norms take
/// AdamW's step. A matrix's step is scaled by 0.2 times the root of its larger side, which gives it AdamW's usual size, so that one
/// learning rate and one weight decay serve both (Liu et al., arXiv 2502.16982).
/// </summary>
public sealed class Muon : IOptimizer
{
    private const double Momentum = 0.95;
    private const int Iterations = 5;

    // The quintic a x + b x^3 + c x^5 that moves singular values between 0 and 1 towards 1 fastest.
    private const double A = 3.4445, B = -4.7750, C = 2.0315;

    // Matrices of one shape are orthogonalised together, in batches of at most this number of elements.
    private const long ElementsAtOnce = 1 << 25;

    private readonly ParameterSet _parameters;
    private readonly OptimizationOptions _options;
    private readonly AdamW _rest;

    public Muon(ParameterSet parameters, OptimizationOptions options) =>
        (_parameters, _options, _rest) = (parameters, options, new AdamW(parameters, options));

    /// <inheritdoc/>
    public Tensor First => _rest.First;

    /// <summary>Running mean of the squared gradients; zero for the matrices of the layers.</summary>
    public Tensor Second => _rest.Second;

    public double Step(int step, double learningRate)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var norm = _rest.Clip();
        foreach (var shape in _parameters.Shapes.Where(s => s.IsLayerMatrix).GroupBy(s => (s.Shape[0], s.Shape[1])))
        {
            foreach (var batch in shape.Chunk((int)Math.Max(1, ElementsAtOnce / (shape.Key.Item1 * shape.Key.Item2))))
            {
                Move(batch, learningRate);
            }
        }

        _rest.Update(step, learningRate, 0, _parameters.Layers, decays: true);
        _rest.Update(step, learningRate, _parameters.Decayed, _parameters.Values.shape[0], decays: false);
        _parameters.Gradients.FillInPlace(0);
        return norm;
    }

    public void Dispose() => _rest.Dispose();

    private void Move(ParameterShape[] shapes, double learningRate)
    {
        using var scope = NewDisposeScope();
        var directions = stack(shapes.Select(shape =>
        {
            var (gradient, momentum) = (_parameters.PartOf(_parameters.Gradients, shape), _parameters.PartOf(First, shape));
            momentum.TimesInPlace(Momentum).PlusInPlace(gradient, 1 - Momentum);
            // Nesterov's look ahead.
            return gradient.Times(1 - Momentum).PlusInPlace(momentum, Momentum);
        }).ToList());
        var steps = Orthogonal(directions);
        var size = learningRate * 0.2 * Math.Sqrt(Math.Max(shapes[0].Shape[0], shapes[0].Shape[1]));
        for (var i = 0; i < shapes.Length; i++)
        {
            var values = _parameters.PartOf(_parameters.Values, shapes[i]);
            if (_options.WeightDecay > 0)
            {
                values.TimesInPlace(1 - learningRate * _options.WeightDecay);
            }
            values.PlusInPlace(steps[i], -size);
        }
    }

    /// <summary>Returns matrices [batch, rows, columns] with the same singular vectors and singular values near 1 (about 0.7 to 1.2).</summary>
    internal static Tensor Orthogonal(Tensor matrices)
    {
        using var scope = NewDisposeScope();
        // The products have the size of the smaller side.
        var tall = matrices.shape[1] > matrices.shape[2];
        var x = tall ? matrices.transpose(1, 2) : matrices;
        x = x / x.Squared().sum([1L, 2L], keepdim: true).sqrt().Plus(1e-7);
        for (var i = 0; i < Iterations; i++)
        {
            using var iteration = NewDisposeScope();
            using var before = x;
            var square = x.matmul(x.transpose(1, 2));
            x = x.Times(A).Plus(square.Times(B).Plus(square.matmul(square).Times(C)).matmul(x)).MoveToOuterDisposeScope();
        }

        return (tall ? x.transpose(1, 2) : x).MoveToOuterDisposeScope();
    }
}
