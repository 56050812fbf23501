using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Native;

public class MklModeTests
{
    [Fact]
    public async Task Results_can_be_repeated_where_the_environment_says_nothing()
    {
        if (await FreshProcess.RanAsync(new Dictionary<string, string?> { [MklMode.Variable] = null }))
        {
            return;
        }

        Assert.EndsWith(",STRICT", TorchBackend.State.MklMode, StringComparison.Ordinal);
        Assert.Contains($"MKL_CBWR is {TorchBackend.State.MklMode}", TorchBackend.State.Detail, StringComparison.Ordinal);
        Assert.All(Sums(), sums => Assert.Single(sums));
    }

    [Fact]
    public async Task What_the_environment_says_stays()
    {
        if (await FreshProcess.RanAsync(new Dictionary<string, string?> { [MklMode.Variable] = "COMPATIBLE" }))
        {
            return;
        }

        Assert.Equal("COMPATIBLE", TorchBackend.State.MklMode);
    }

    [Fact]
    public async Task Where_it_is_switched_off_that_is_said_with_the_remedy()
    {
        if (await FreshProcess.RanAsync(new Dictionary<string, string?> { [MklMode.Variable] = "" }))
        {
            return;
        }

        Assert.Equal(MklMode.Off, TorchBackend.State.MklMode);
        Assert.Contains("set it to AUTO,STRICT", TorchBackend.State.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "OFF")]
    [InlineData(1, "OFF")]
    [InlineData(0x10001, "OFF")]
    [InlineData(2, "AUTO")]
    [InlineData(0x10002, "AUTO,STRICT")]
    [InlineData(3, "COMPATIBLE")]
    [InlineData(0x1000c, "AVX512,STRICT")]
    [InlineData(99, "99")]
    [InlineData(-2, null)]
    public void A_setting_is_named_as_the_variable_names_it(int setting, string? name) => Assert.Equal(name, MklMode.NameOf(setting));

    /// <summary>Products of the same numbers in different places of memory: by shape, what different results there are.</summary>
    private static IEnumerable<HashSet<string>> Sums()
    {
        foreach (var (rows, inner, columns) in new[] { (5, 300, 7), (7, 300, 5), (33, 257, 3), (48, 2000, 64) })
        {
            using var scope = NewDisposeScope();
            var (left, right) = (Numbers(rows * inner, 1), Numbers(inner * columns, 2));
            yield return
            [
                .. from leftShift in Enumerable.Range(0, 16)
                   from rightShift in new[] { 0, 1, 4 }
                   select Product(left, leftShift, rows, inner, right, rightShift, columns),
            ];
        }
    }

    private static string Product(float[] left, int leftShift, int rows, int inner, float[] right, int rightShift, int columns)
    {
        using var scope = NewDisposeScope();
        var product = Placed(left, leftShift, rows, inner).matmul(Placed(right, rightShift, columns, inner).t());
        return Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(product.data<float>().ToArray()));
    }

    /// <summary>A matrix that begins so many numbers behind where memory is aligned.</summary>
    private static Tensor Placed(float[] numbers, int shift, int rows, int columns)
    {
        var memory = zeros(numbers.Length + 16);
        var place = memory.narrow(0, shift, numbers.Length);
        place.copy_(tensor(numbers));
        return place.view(rows, columns);
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
