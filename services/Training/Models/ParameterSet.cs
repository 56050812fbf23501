using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Models;

/// <summary>
/// A model's parameters by their Hugging Face names, laid out in one flat fp32 tensor with the gradients in another, so
/// that clipping and the optimizer are a handful of operations whatever the number of parameters. The parameters that
/// weight decay touches come first, those of the layers last among them; norms follow.
/// </summary>
public sealed class ParameterSet : IDisposable
{
    // Every parameter starts at a multiple of 64 bytes, as the kernels' vector loads like it.
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
            if (shape.Decays) Decayed = offset;
            if (shape.Decays && !shape.IsLayerMatrix) Layers = offset;
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
            // Autograd adds into a gradient that is there, so it lands in the flat tensor.
            view.grad = PartOf(Gradients, shape);
        }
    }

    internal IReadOnlyList<ParameterShape> Shapes { get; }

    public Tensor Values { get; }

    public Tensor Gradients { get; }

    /// <summary>How many of the flat tensor's elements, from the first, decay.</summary>
    public long Decayed { get; }

    /// <summary>Where the matrices of the layers begin, which end at <see cref="Decayed"/>.</summary>
    internal long Layers { get; }

    /// <summary>Number of parameters.</summary>
    public long Count => Shapes.Sum(s => s.Count);

    public Tensor this[string name] => _views[name];

    /// <summary>What a tensor of the flat shape holds for a parameter, in the parameter's shape.</summary>
    internal Tensor PartOf(Tensor flat, ParameterShape shape) => flat.narrow(0, _offsets[shape.Name], shape.Count).view(shape.Shape);

    public void Dispose()
    {
        foreach (var view in _views.Values) view.Dispose();
        Gradients.Dispose();
        Values.Dispose();
    }
}
