using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Models;

/// <summary>
/// A model's parameters by their Hugging Face names, in one flat fp32 tensor, with the gradients in another. So clipping and the optimizer are a handful of
/// operations for any number of parameters. Parameters with weight decay come first, with those of the layers last among them; norms follow.
/// </summary>
public sealed class ParameterSet : IDisposable
{
    // Every parameter starts at a multiple of 64 bytes, for the vector loads of the kernels.
    private const long Alignment = 16;

    private readonly Dictionary<string, long> _offsets;
    private readonly Dictionary<string, Tensor> _views = new(StringComparer.Ordinal);

    internal ParameterSet(IReadOnlyList<ParameterShape> shapes, Device device)
    {
        TorchBackend.Require();
        Shapes = shapes;
        var offsets = new Dictionary<string, long>(StringComparer.Ordinal);
        long offset = 0;
        foreach (var shape in shapes.OrderBy(s => !s.Decays ? 2 : s.IsLayerMatrix ? 1 : 0))
        {
            offsets[shape.Name] = offset;
            offset += (shape.Count + Alignment - 1) / Alignment * Alignment;
            if (shape.Decays)
            {
                Decayed = offset;
            }
            if (shape.Decays && !shape.IsLayerMatrix)
            {
                Layers = offset;
            }
        }

        _offsets = offsets;

        using var guard = no_grad();
        using var scope = NewDisposeScope();
        Values = zeros(offset, ScalarType.Float32, device).DetachFromDisposeScope();
        Gradients = zeros(offset, ScalarType.Float32, device).DetachFromDisposeScope();
        foreach (var shape in shapes)
        {
            var view = PartOf(Values, shape).detach().DetachFromDisposeScope();
            _views[shape.Name] = view.requires_grad_(true);
            // Autograd adds to an existing gradient, so it writes into the flat tensor.
            view.grad = PartOf(Gradients, shape);
        }
    }

    internal IReadOnlyList<ParameterShape> Shapes { get; }

    public Tensor Values { get; }

    public Tensor Gradients { get; }

    /// <summary>The number of elements of the flat tensor, from the first on, that decay.</summary>
    public long Decayed { get; }

    /// <summary>The beginning of the matrices of the layers. They end at <see cref="Decayed"/>.</summary>
    internal long Layers { get; }

    /// <summary>Number of parameters.</summary>
    public long Count => Shapes.Sum(s => s.Count);

    public Tensor this[string name] => _views[name];

    /// <summary>Returns the part of a flat tensor that belongs to a parameter, in the parameter's shape.</summary>
    internal Tensor PartOf(Tensor flat, ParameterShape shape) => flat.narrow(0, _offsets[shape.Name], shape.Count).view(shape.Shape);

    public void Dispose()
    {
        foreach (var view in _views.Values)
        {
            view.Dispose();
        }
        Gradients.Dispose();
        Values.Dispose();
    }
}
