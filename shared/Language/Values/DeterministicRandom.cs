using System.Security.Cryptography;
using System.Text;

namespace AgentScaler.Language.Values;

/// <summary>A seeded stream of numbers (SplitMix64) that is the same on every machine and in every version of .NET.</summary>
public sealed class DeterministicRandom
{
    private ulong _state;

    public DeterministicRandom(long seed, params ReadOnlySpan<string> scope)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(seed));
        foreach (var part in scope)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        _state = BitConverter.ToUInt64(hash.GetHashAndReset());
    }

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 up to but without <paramref name="bound"/>.</summary>
    public int Below(int bound) => bound <= 1 ? 0 : (int)(Next() % (ulong)bound);

    /// <summary>A number between both bounds, both included.</summary>
    public long Between(long low, long high) => high <= low ? low : low + (long)(Next() % ((ulong)(high - low) + 1));

    public double Fraction() => (Next() >> 11) / (double)(1UL << 53);

    public bool Chance(double share) => Fraction() < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
