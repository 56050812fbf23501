using System.Reflection;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Native;

public class ArithmeticTests
{
    [Theory]
    [InlineData(typeof(Arithmetic))]
    [InlineData(typeof(ArithmeticTests))]
    public void No_number_is_handed_to_libtorch_that_a_collection_may_free_under_it(Type inside)
    {
        var used = CallGraph.CallsInto(typeof(Tensor).Assembly, inside.Module);
        Assert.Contains(used, method => method.DeclaringType == typeof(Tensor) && method.Name == nameof(Tensor.matmul));
        Assert.Empty(used.Where(method => !MakesANumber(method)).Select(method => CallGraph.PathTo(method, MakesANumber)).OfType<string>());
    }

    [Fact]
    public void What_makes_a_number_on_its_own_is_found()
    {
        Assert.NotNull(PathOf(nameof(Tensor.add), typeof(TorchSharp.Scalar)));
        Assert.NotNull(PathOf(nameof(Tensor.add), typeof(Tensor)));
        Assert.NotNull(PathOf("op_Addition", typeof(Tensor), typeof(Tensor)));
        Assert.Null(PathOf(nameof(Tensor.add), typeof(TorchSharp.Scalar), typeof(TorchSharp.Scalar)));
        Assert.Null(PathOf(nameof(Tensor.matmul), typeof(Tensor)));

        static string? PathOf(string name, params Type[] parameters) =>
            CallGraph.PathTo(typeof(Tensor).GetMethod(name, parameters)!, MakesANumber);
    }

    /// <summary>All numbers are made here. One that TorchSharp makes is an argument of the call around it, which nothing else holds.</summary>
    private static bool MakesANumber(MethodBase method) =>
        method.DeclaringType == typeof(TorchSharp.ScalarExtensionMethods) && method.Name == nameof(TorchSharp.ScalarExtensionMethods.ToScalar);

    [Fact]
    public void Operations_are_those_of_their_names()
    {
        TorchBackend.Require();
        using var scope = NewDisposeScope();
        var (a, b) = (tensor([1f, -2, 3]), tensor([4f, 5, 6]));
        Check(a.Plus(b), 5, 3, 9);
        Check(a.Plus(0.5), 1.5f, -1.5f, 3.5f);
        Check(a.Times(2.0), 2, -4, 6);
        Check(a.Times(2L), 2, -4, 6);
        Check(a.Over(2), 0.5f, -1, 1.5f);
        Check(a.Squared(), 1, 4, 9);
        Check(a.clone().PlusInPlace(b).PlusInPlace(b, 2).PlusInPlace(1), 14, 14, 22);
        Check(a.clone().TimesInPlace(3).OverInPlace(2), 1.5f, -3, 4.5f);
        Check(a.clone().PlusProductInPlace(a, b, 2), 9, -22, 39);
        Check(a.clone().PlusQuotientInPlace(b, a, 2), 9, -7, 7);
        Check(a.clone().FillInPlace(7), 7, 7, 7);
        Check(Arithmetic.Positions(3, 6, CPU).to(ScalarType.Float32), 3, 4, 5);
        Check(Arithmetic.Forbidding(a > b.neg(), ScalarType.Float32), float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity);
        Check(Arithmetic.Forbidding(a > b, ScalarType.Float32), 0, 0, 0);
        Assert.Equal(3, a.max().Value());

        static void Check(Tensor found, params float[] expected) => Assert.Equal(expected, found.data<float>().ToArray());
    }
}
