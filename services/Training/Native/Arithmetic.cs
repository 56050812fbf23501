using TorchSharp;
using static TorchSharp.torch;

namespace AgentScaler.Training.Native;

/// <summary>
/// Operations with numbers that live as long as libtorch reads them. TorchSharp 0.107.0 passes a number as a native object whose owner, a
/// <see cref="Scalar"/>, nothing references. A garbage collection can free the number during the operation, which then fails ("Expected false to be
/// true" in toFloat) or computes with another one. This happens in its operators and conversions, and in methods that look safe: a sum without a
/// factor makes the factor 1. It happened about once in some thousand steps on a busy machine. Code of this service makes its numbers here, and a
/// test follows its calls into the library.
/// </summary>
internal static class Arithmetic
{
    private static readonly Scalar One = 1.ToScalar();
    private static readonly Scalar Two = 2.ToScalar();
    private static readonly Scalar Lowest = float.NegativeInfinity.ToScalar();

    /// <summary>Returns the sum, element by element.</summary>
    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, One);

    /// <summary>Adds a number to every element.</summary>
    public static Tensor Plus(this Tensor left, double right)
    {
        using var number = right.ToScalar();
        return left.add(number, One);
    }

    public static Tensor PlusInPlace(this Tensor left, Tensor right) => left.add_(right, One);

    /// <summary>Adds <paramref name="right"/> times <paramref name="factor"/>.</summary>
    public static Tensor PlusInPlace(this Tensor left, Tensor right, double factor)
    {
        using var number = factor.ToScalar();
        return left.add_(right, number);
    }

    public static Tensor PlusInPlace(this Tensor left, double right)
    {
        using var number = right.ToScalar();
        return left.add_(number, One);
    }

    /// <summary>Adds <paramref name="first"/> times <paramref name="second"/> times <paramref name="factor"/>.</summary>
    public static Tensor PlusProductInPlace(this Tensor left, Tensor first, Tensor second, double factor)
    {
        using var number = factor.ToScalar();
        return left.addcmul_(first, second, number);
    }

    /// <summary>Adds <paramref name="above"/> over <paramref name="below"/> times <paramref name="factor"/>.</summary>
    public static Tensor PlusQuotientInPlace(this Tensor left, Tensor above, Tensor below, double factor)
    {
        using var number = factor.ToScalar();
        return left.addcdiv_(above, below, number);
    }

    public static Tensor Times(this Tensor left, double right)
    {
        using var number = right.ToScalar();
        return left.mul(number);
    }

    public static Tensor Times(this Tensor left, long right)
    {
        using var number = right.ToScalar();
        return left.mul(number);
    }

    public static Tensor TimesInPlace(this Tensor left, double right)
    {
        using var number = right.ToScalar();
        return left.mul_(number);
    }

    public static Tensor Over(this Tensor left, double right)
    {
        using var number = right.ToScalar();
        return left.div(number);
    }

    public static Tensor OverInPlace(this Tensor left, double right)
    {
        using var number = right.ToScalar();
        return left.div_(number);
    }

    public static Tensor Squared(this Tensor tensor) => tensor.pow(Two);

    public static Tensor FillInPlace(this Tensor tensor, double value)
    {
        using var number = value.ToScalar();
        return tensor.fill_(number);
    }

    /// <summary>Returns a mask to add to scores: minus infinity at hidden positions, and zero elsewhere.</summary>
    public static Tensor Forbidding(Tensor hidden, ScalarType type) => zeros_like(hidden, type).masked_fill_(hidden, Lowest);

    /// <summary>Returns the whole numbers from <paramref name="start"/> up to but not including <paramref name="end"/>.</summary>
    public static Tensor Positions(long start, long end, Device device)
    {
        using var first = start.ToScalar();
        using var last = end.ToScalar();
        using var step = 1L.ToScalar();
        return arange(first, last, step, ScalarType.Int64, device);
    }

    /// <summary>Returns the value of a tensor with one fp32 element.</summary>
    public static float Value(this Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().cpu().view(1).data<float>()[0];
    }
}
