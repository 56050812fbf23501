using System.Globalization;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Tests.Values;

/// <summary>Short ways of numbers against the long ways that they stand for, on numbers of a fixed seed.</summary>
public sealed class NumberTests
{
    [Fact]
    public void Numbers_with_few_decimals_are_written_as_the_shortest_text_that_reads_back()
    {
        foreach (var number in Decimals(7, 20_000).Where(n => Math.Abs(n) is >= 0.0001 and < 1e15))
        {
            Assert.Equal(number.ToString("R", CultureInfo.InvariantCulture), CanonicalJson.Number(number));
        }
    }

    [Theory]
    [InlineData(5e-324, "5e-324")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(0.0000001, "1e-7")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(1e21, "1e+21")]
    [InlineData(123456789012345680, "123456789012345680")]
    [InlineData(99999999999.9999, "99999999999.9999")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    public void Numbers_are_written_as_ECMAScript_writes_them(double number, string expected) => Assert.Equal(expected, CanonicalJson.Number(number));

    [Fact]
    public void Numbers_read_back_as_themselves_however_they_were_written()
    {
        foreach (var number in Decimals(8, 20_000))
        {
            Assert.Equal(number, Value.Parse(CanonicalJson.Number(number)).AsNumber);
            Assert.Equal(number, Value.Parse(number.ToString("E17", CultureInfo.InvariantCulture)).AsNumber);
        }
    }

    [Fact]
    public void Rounding_and_money_take_short_ways_to_the_same_number()
    {
        var chance = new SeededChance(9);
        foreach (var a in Decimals(10, 5_000).Where(n => Math.Abs(n) < 1e100))
        {
            var digits = chance.Below(31) - 15;
            Assert.Equal(ExactDecimal.From(a).Round(digits).ToDouble(), Arithmetic.Round(a, digits));
            var b = (chance.Below(2_000_001) - 1_000_000) / 100.0;
            Assert.Equal((ExactDecimal.From(a) + ExactDecimal.From(b)).ToDouble(), Arithmetic.Add(a, b));
            Assert.Equal((ExactDecimal.From(a) * ExactDecimal.From(b)).ToDouble(), Arithmetic.Multiply(a, b));
        }
    }

    private static IEnumerable<double> Decimals(long seed, int count)
    {
        var chance = new SeededChance(seed);
        for (var i = 0; i < count; i++)
        {
            var digits = (((long)chance.Below(int.MaxValue) << 22) + chance.Below(1 << 22)) >> chance.Below(53);
            var number = digits / Math.Pow(10, chance.Below(8)) * (chance.Chance(50) ? 1 : -1);
            var bits = BitConverter.Int64BitsToDouble(((long)chance.Below(int.MaxValue) << 33) ^ ((long)chance.Below(int.MaxValue) << 2));
            yield return chance.Chance(80) || !double.IsFinite(bits) ? number : bits;
        }
    }
}
