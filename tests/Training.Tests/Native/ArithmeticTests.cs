using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Native;

public class ArithmeticTests
{
    /// <summary>Members of TorchSharp that make a number of their own and do not keep it alive; of add and sub those that take a tensor alone.</summary>
    private static readonly Dictionary<string, string[]> Unsafe = new(StringComparer.Ordinal)
    {
        ["Scalar"] = ["op_Implicit"],
        ["Tensor"] = ["op_Addition", "op_Subtraction", "square", "square_", "zero_", "item"],
    };

    [Fact]
    public void No_number_is_handed_to_libtorch_that_a_collection_may_free_under_it()
    {
        using var file = new PEReader(File.OpenRead(typeof(Arithmetic).Assembly.Location));
        var reader = file.GetMetadataReader();
        var used = new List<string>();
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference) continue;
            var type = reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name);
            var name = reader.GetString(member.Name);
            if (Unsafe.TryGetValue(type, out var names) && names.Contains(name)) used.Add($"{type}.{name}");
            // A method's signature: the convention, the number of parameters.
            var signature = reader.GetBlobReader(member.Signature);
            if (type == "Tensor" && name is "add" or "add_" or "sub" or "sub_" && signature.ReadByte() >= 0 && signature.ReadCompressedInteger() == 1
                && !IsOfScalar(reader, ref signature)) used.Add($"{type}.{name}(Tensor)");
        }

        Assert.Empty(used);
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

    /// <summary>Whether a method's first parameter is a number: the return type is read, then the parameter's.</summary>
    private static bool IsOfScalar(MetadataReader reader, ref BlobReader signature)
    {
        for (var type = 0; type < 2; type++)
        {
            var code = signature.ReadByte();
            if (code is not ((byte)SignatureTypeKind.Class or (byte)SignatureTypeKind.ValueType)) return true;
            var handle = signature.ReadTypeHandle();
            if (type == 1) return handle.Kind == HandleKind.TypeReference && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)handle).Name) == "Scalar";
        }

        return true;
    }
}
