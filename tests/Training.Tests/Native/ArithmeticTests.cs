using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Native;

public class ArithmeticTests
{
    [Fact]
    public void No_number_is_handed_to_libtorch_that_a_collection_may_free_under_it()
    {
        var module = typeof(Arithmetic).Module;
        using var file = new PEReader(File.OpenRead(module.FullyQualifiedName));
        var reader = file.GetMetadataReader();
        var used = reader.MemberReferences
            .Where(reference => reader.GetMemberReference(reference).Parent is { Kind: HandleKind.TypeReference } parent
                && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)parent).Name) is nameof(Tensor) or nameof(TorchSharp.Scalar))
            .Select(reference => module.ResolveMember(MetadataTokens.GetToken(reference), null, [typeof(float)]))
            .OfType<MethodBase>()
            .ToList();
        Assert.Contains(used, method => method.DeclaringType == typeof(Tensor) && method.Name == nameof(Tensor.matmul));
        Assert.Empty(used.Where(MakesANumber).Select(method => $"{method.DeclaringType}: {method}"));
    }

    /// <summary>Members that make a number and do not keep it: conversions, operators with one, sums (which have a factor) and what is written with them.</summary>
    private static bool MakesANumber(MethodBase method)
    {
        if (method.DeclaringType == typeof(TorchSharp.Scalar)) return method.Name == "op_Implicit";
        if (method.DeclaringType != typeof(Tensor)) return false;
        var tensors = method.GetParameters().All(parameter => parameter.ParameterType == typeof(Tensor));
        return method.Name switch
        {
            "op_Addition" or "op_Subtraction" or "square" or "square_" or "zero_" or "item" => true,
            "add" or "add_" or "sub" or "sub_" => tensors,
            _ => method.Name.StartsWith("op_", StringComparison.Ordinal) && !tensors,
        };
    }

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
